package io.github.mien.cli;

import io.github.mien.Mien;
import io.github.mien.Result;
import io.github.mien.Target;
import io.github.mien.UnusableFaceException;
import io.github.mien.image.Image;
import java.nio.file.Path;
import java.util.function.Function;

/**
 * One face that is given an expression which no photo shows, from a file to a file.
 *
 * @param target photo whose face is changed
 * @param out where the result goes
 * @param expression shown by the face
 */
record ShowJob(Path target, Path out, Function<Target, Result> expression) {

  void run(Mien mien) throws Failure {
    Pictures.requireWritable(out);
    Image photo = Pictures.read(target);
    Result result = expression.apply(target(mien, photo));
    Pictures.write(result.image(), out, result.marks());
  }

  private Target target(Mien mien, Image photo) throws Failure {
    try {
      return mien.target(photo);
    } catch (UnusableFaceException e) {
      throw Failures.of(e, target);
    }
  }
}
