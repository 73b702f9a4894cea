package io.github.mien.reconstruct;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mien.blend.Mask;
import io.github.mien.expression.Expression;
import io.github.mien.face.Landmarks;
import io.github.mien.image.Image;
import io.github.mien.image.ImageKernels;
import io.github.mien.transfer.Motion;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A drawn face opens its mouth behind a green board; the network paints nothing of its own. */
class OcclusionReconstructorTest {
  private static final int SIZE = 400;
  private static final double CENTER_X = 200;
  private static final double CENTER_Y = 190;
  private static final double BOARD_X = 232;
  private static final double BOARD_Y = 275;
  private static final double BOARD_RADIUS = 42;

  private final ImageKernels kernels = ImageKernels.java();
  private final Reconstructor moving = new MeshWarpReconstructor(kernels);
  private final Landmarks face = DrawnFace.landmarks(CENTER_X, CENTER_Y, 180);
  private final Landmarks smiling = DrawnFace.smile(face, 0.25);

  private Reconstructor behind(Visibility visibility) {
    return new OcclusionReconstructor(uncovering(visibility), moving);
  }

  private Uncovering uncovering(Visibility visibility) {
    return new Uncovering(
        visibility, new FaceFill(StandInNetwork.paintingNothing(), kernels), kernels);
  }

  private Visibility board() {
    return photo -> Occluder.of(photo.face().landmarks(), boardMask());
  }

  private static Mask boardMask() {
    Mask mask = Mask.create(SIZE, SIZE);
    for (int y = 0; y < SIZE; y++) {
      for (int x = 0; x < SIZE; x++) {
        mask.data()[mask.index(x, y)] = (byte) (depth(x, y) > 0 ? 1 : 0);
      }
    }
    return mask;
  }

  /** Pixels from the edge of the board inwards. */
  private static double depth(int x, int y) {
    return BOARD_RADIUS - Math.hypot(x - BOARD_X, y - BOARD_Y);
  }

  private Image covered(int channels) {
    Image photo = DrawnFace.draw(face, SIZE, SIZE, channels);
    for (int y = 0; y < SIZE; y++) {
      for (int x = 0; x < SIZE; x++) {
        if (depth(x, y) > 0) {
          int i = photo.index(x, y);
          photo.data()[i] = 20;
          photo.data()[i + 1] = (byte) (170 + (x + y) % 16);
          photo.data()[i + 2] = 30;
        }
      }
    }
    return photo;
  }

  private Image moved(Reconstructor reconstructor, Image photo, Landmarks to) {
    Image out = photo.copy();
    reconstructor.reconstruct(
        DrawnFace.photo(photo, face), new Motion(Expression.NEUTRAL, face, to), null, out);
    return out;
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 4})
  void whatIsInFrontStaysBitIdenticalWhileTheFaceMoves(int channels) {
    Image photo = covered(channels);

    Image out = moved(behind(board()), photo, smiling);

    int moved = 0;
    for (int y = 0; y < SIZE; y++) {
      for (int x = 0; x < SIZE; x++) {
        for (int c = 0; c < channels; c++) {
          boolean same = out.sample(x, y, c) == photo.sample(x, y, c);
          moved += same ? 0 : 1;
          if (depth(x, y) > 2) {
            assertThat(same).as("%d, %d", x, y).isTrue();
          }
        }
      }
    }
    assertThat(moved).isGreaterThan(3000);
  }

  @Test
  void nothingOfItMovesWithTheSkin() {
    Image photo = covered(3);

    Image out = moved(behind(board()), photo, smiling);
    Image without = moved(moving, photo, smiling);

    assertThat(greenBesideTheBoard(without)).isGreaterThan(100);
    assertThat(greenBesideTheBoard(out)).isZero();
  }

  private static int greenBesideTheBoard(Image picture) {
    int green = 0;
    for (int y = 0; y < SIZE; y++) {
      for (int x = 0; x < SIZE; x++) {
        if (depth(x, y) < -1 && picture.sample(x, y, 1) > picture.sample(x, y, 0) + 10) {
          green++;
        }
      }
    }
    return green;
  }

  @Test
  void aGlintOnADarkWireStaysAsWell() {
    Image photo = DrawnFace.draw(face, SIZE, SIZE, 3);
    Mask wire = Mask.create(SIZE, SIZE);
    for (int y = 250; y < 310; y++) {
      for (int x = 225; x < 231; x++) {
        wire.data()[wire.index(x, y)] = 1;
        boolean glint = y >= 270 && y < 275 && x >= 226 && x < 230;
        Arrays.fill(
            photo.data(), photo.index(x, y), photo.index(x + 1, y), (byte) (glint ? 200 : 20));
      }
    }

    Image out = moved(behind(seen -> Occluder.of(face, wire)), photo, smiling);

    assertThat(moved(moving, photo, smiling).sample(227, 272, 1)).isNotEqualTo(200);
    for (int y = 270; y < 275; y++) {
      for (int x = 226; x < 230; x++) {
        assertThat(out.sample(x, y, 1)).as("%d, %d", x, y).isEqualTo(200);
      }
    }
  }

  @Test
  void theFaceMovesAwayFromTheBoardAsItDoesWithoutIt() {
    Image out = moved(behind(board()), covered(3), smiling);
    Image bare = moved(moving, DrawnFace.draw(face, SIZE, SIZE, 3), smiling);

    int different = 0;
    for (int y = 0; y < SIZE; y++) {
      for (int x = 0; x < SIZE; x++) {
        if (depth(x, y) < -30 && Math.abs(out.sample(x, y, 0) - bare.sample(x, y, 0)) > 3) {
          different++;
        }
      }
    }
    assertThat(different).isLessThan(20);
  }

  @Test
  void whereNothingIsInFrontTheResultIsTheOthers() {
    Image photo = DrawnFace.draw(face, SIZE, SIZE, 3);
    Visibility none = shown -> Occluder.none(shown.face().landmarks());

    assertThat(moved(behind(none), photo, smiling).data())
        .isEqualTo(moved(moving, photo, smiling).data());
  }

  @Test
  void aSpeckIsNotWorthTheWork() {
    Image photo = covered(3);
    Visibility speck =
        shown -> {
          float[] shares = new float[128 * 128];
          Arrays.fill(shares, 64 * 128 + 60, 64 * 128 + 64, 1);
          return Occluder.of(shown.face().landmarks(), shares, 128);
        };

    assertThat(moved(behind(speck), photo, smiling).data())
        .isEqualTo(moved(moving, photo, smiling).data());
  }

  @Test
  void aFaceThatStaysLeavesThePictureAsItIs() {
    Image photo = covered(3);

    assertThat(moved(behind(board()), photo, face).data()).isEqualTo(photo.data());
  }

  @Test
  void aFaceThatWasLookedAtOnceMovesAsOftenAsWanted() {
    Image photo = covered(3);
    Visibility once =
        new Visibility() {
          private boolean asked;

          @Override
          public Occluder find(FacePhoto seen) {
            assertThat(asked).isFalse();
            asked = true;
            return board().find(seen);
          }
        };
    UncoveredFace uncovered = uncovering(once).of(DrawnFace.photo(photo, face));

    for (Landmarks to : List.of(smiling, DrawnFace.smile(face, 0.1), smiling)) {
      Image out = photo.copy();
      Motion motion = new Motion(Expression.NEUTRAL, face, to);
      uncovered.reconstruct(moving, motion, null, out);

      assertThat(out.data()).isEqualTo(moved(behind(board()), photo, to).data());
    }
    assertThat(uncovered.isCovered()).isTrue();
  }

  @Test
  void theShareThatIsHiddenIsOfTheFace() {
    double area = Math.PI * BOARD_RADIUS * BOARD_RADIUS;
    double whole = Math.PI * 90 * 1.3 * 90;

    assertThat(Occluder.of(face, boardMask()).hidden(face))
        .isBetween(0.75 * area / whole, area / whole * 1.05);
    assertThat(Occluder.none(face).hidden(face)).isZero();
  }
}
