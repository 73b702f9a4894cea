package io.github.mien.cli;

import io.github.mien.FaceChoice;
import io.github.mien.Group;
import io.github.mien.GroupResult;
import io.github.mien.Mien;
import io.github.mien.Result;
import io.github.mien.Target;
import io.github.mien.UnusableFaceException;
import io.github.mien.expression.Edit;
import io.github.mien.expression.Preset;
import io.github.mien.image.Image;
import io.github.mien.transfer.TransferOptions;
import java.nio.file.Path;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Faces of one photo that are given an expression which no photo shows, from a file to a file.
 *
 * @param target photo whose faces are changed
 * @param out where the result goes
 * @param one shown by the largest face
 * @param some shown by the faces chosen
 */
record ShowJob(
    Path target,
    Path out,
    Function<Target, Result> one,
    BiFunction<Group, FaceChoice, GroupResult> some) {

  static ShowJob of(Path target, Path out, Preset preset, TransferOptions options) {
    return new ShowJob(
        target,
        out,
        face -> face.show(preset, options),
        (group, who) -> group.show(who, preset, options));
  }

  static ShowJob of(Path target, Path out, Edit edit) {
    return new ShowJob(target, out, face -> face.show(edit), (group, who) -> group.show(who, edit));
  }

  /**
   * @param who which faces; null for the largest of a photo that is not a group's
   */
  void run(Mien mien, @Nullable FaceChoice who) throws Failure {
    Pictures.requireWritable(out);
    Image photo = Pictures.read(target);
    try {
      if (who == null) {
        Result result = one.apply(mien.target(photo));
        Pictures.write(result.image(), out, result.marks());
      } else {
        GroupResult result = changed(mien.group(photo), who);
        Pictures.write(result.image(), out, result.marks());
      }
    } catch (UnusableFaceException e) {
      throw Failures.of(e, target);
    }
  }

  private GroupResult changed(Group group, FaceChoice who) throws Failure {
    new GroupFaces(target, group.faces()).chosen(who);
    return some.apply(group, who);
  }
}
