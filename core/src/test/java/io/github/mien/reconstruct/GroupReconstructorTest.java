package io.github.mien.reconstruct;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mien.expression.Expression;
import io.github.mien.face.Box;
import io.github.mien.face.Detection;
import io.github.mien.face.Face;
import io.github.mien.face.FaceArea;
import io.github.mien.face.Landmarks;
import io.github.mien.image.Image;
import io.github.mien.transfer.Motion;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** What a group adds to the moves of its faces, which are stand-ins that paint all they may. */
class GroupReconstructorTest {
  private static final int OLD = 10;
  private static final Image PHOTO = filled(400, 300, OLD);

  private final List<Integer> seen = new ArrayList<>();

  /** Adds 100 wherever it may write, and remembers what it saw in the middle of its face. */
  private final GroupReconstructor group =
      new GroupReconstructor((target, motion, source, out) -> {
        Box box = motion.from().bounds();
        int x = (int) (box.x0() + box.x1()) / 2;
        int y = (int) (box.y0() + box.y1()) / 2;
        seen.add(target.image().sample(x, y, 0));
        for (int py = clamp(box.y0() - box.height() / 2, 300);
            py < box.y1() + 20 && py < 300;
            py++) {
          for (int px = clamp(box.x0() - box.width() / 2, 400);
              px < box.x1() + box.width() / 2 && px < 400;
              px++) {
            int p = out.index(px, py);
            out.data()[p] = (byte) ((target.image().data()[p] & 0xff) + 100);
          }
        }
      });

  private static int clamp(double v, int end) {
    return (int) Math.max(0, Math.min(end, v));
  }

  private static Image filled(int width, int height, int level) {
    Image image = Image.create(width, height, 3);
    Arrays.fill(image.data(), (byte) level);
    return image;
  }

  private static Face face(double x, double y, double width, double presence) {
    Landmarks points = DrawnFace.landmarks(x, y, width);
    Detection detection = new Detection(points.bounds(), 1, new float[10]);
    return new Face(detection, points, (float) presence, new float[0]);
  }

  private static FaceMove still(Face face) {
    Motion motion = new Motion(Expression.NEUTRAL, face.landmarks(), face.landmarks());
    return new FaceMove(face, motion, null);
  }

  private static long changed(Image before, Image after, Face within, Face without) {
    FaceArea area = FaceArea.of(within.landmarks());
    FaceArea other = FaceArea.of(without.landmarks());
    long changed = 0;
    for (int y = 0; y < before.height(); y++) {
      for (int x = 0; x < before.width(); x++) {
        if (area.contains(x, y)
            && (within == without || !other.contains(x, y))
            && before.sample(x, y, 0) != after.sample(x, y, 0)) {
          changed++;
        }
      }
    }
    return changed;
  }

  @Test
  void nobodysFaceIsChangedWhoWasNotAskedFor() {
    Face moved = face(150, 150, 80, 1);
    Face beside = face(240, 150, 70, 1);

    Image out = group.reconstruct(PHOTO, List.of(moved, beside), List.of(still(moved)));

    assertThat(out.sample(150, 150, 0)).isEqualTo(110);
    assertThat(changed(PHOTO, out, beside, beside)).isZero();
  }

  @Property(tries = 30)
  void aFaceBehindChangesNothingOfTheOneInFront(
      @ForAll @IntRange(min = 20, max = 90) int dx, @ForAll @IntRange(min = -40, max = 40) int dy) {
    Face front = face(200, 150, 90, 1);
    Face behind = face(200 + dx, 150 + dy, 80, 1);

    Image out = group.reconstruct(PHOTO, List.of(front, behind), List.of(still(behind)));

    assertThat(changed(PHOTO, out, front, front)).isZero();
  }

  @Property(tries = 30)
  void aFaceInFrontChangesOfTheOneBehindOnlyWhatItCovers(
      @ForAll @IntRange(min = 40, max = 90) int dx, @ForAll @IntRange(min = -40, max = 40) int dy) {
    Face front = face(200, 150, 90, 1);
    Face behind = face(200 + dx, 150 + dy, 80, 1);
    // What is left of its edge's softness.
    Face frontAndEdge = face(200, 150, 90 * 1.25, 1);

    Image out = group.reconstruct(PHOTO, List.of(front, behind), List.of(still(front)));

    assertThat(out.sample(200, 150, 0)).isEqualTo(110);
    assertThat(changed(PHOTO, out, behind, frontAndEdge)).isZero();
  }

  @Test
  void aSmallFaceThatShowsWhollyIsInFrontOfALargeOneThatDoesNot() {
    Face child = face(240, 170, 50, 0.9999);
    Face grownUp = face(200, 150, 90, 0.995);

    Image out = group.reconstruct(PHOTO, List.of(grownUp, child), List.of(still(grownUp)));

    assertThat(changed(PHOTO, out, child, child)).isZero();
  }

  @Test
  void ofTwoThatAreAlikeNeitherChangesTheOther() {
    Face left = face(160, 150, 90, 1);
    Face right = face(220, 150, 90, 1);
    List<Face> both = List.of(left, right);

    assertThat(changed(PHOTO, group.reconstruct(PHOTO, both, List.of(still(left))), right, right))
        .isZero();
    assertThat(changed(PHOTO, group.reconstruct(PHOTO, both, List.of(still(right))), left, left))
        .isZero();
  }

  @Test
  void eachSeesThePictureAsThoseBeforeItLeftIt() {
    Face behind = face(190, 150, 90, 0.99);
    Face front = face(195, 150, 100, 0.9999);
    // Nobody told that somebody is in front, so nothing is put back there.
    List<Face> unknown = List.of(behind);

    group.reconstruct(PHOTO, unknown, List.of(still(front), still(behind)));

    assertThat(seen).containsExactly(OLD, 110);
  }

  @Test
  void theMovesOfAllStayInThePicture() {
    Face left = face(90, 150, 80, 1);
    Face right = face(300, 150, 70, 1);

    Image out = group.reconstruct(PHOTO, List.of(left, right), List.of(still(left), still(right)));

    assertThat(out.sample(90, 150, 0)).isEqualTo(110);
    assertThat(out.sample(300, 150, 0)).isEqualTo(110);
    assertThat(PHOTO.data()).containsOnly(OLD);
  }

  @Test
  void faceByFaceOrAllAtOnceIsTheSameWhereNoneMeet() {
    Face left = face(90, 150, 60, 1);
    Face right = face(300, 150, 50, 1);
    List<Face> both = List.of(left, right);

    Image first = group.reconstruct(PHOTO, both, List.of(still(left)));
    Image then = group.reconstruct(first, both, List.of(still(right)));
    Image atOnce = group.reconstruct(PHOTO, both, List.of(still(left), still(right)));

    assertThat(atOnce.data()).isEqualTo(then.data());
  }
}
