package io.github.mien.reconstruct;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mien.expression.Expression;
import io.github.mien.face.FaceMesh;
import io.github.mien.face.Landmarks;
import io.github.mien.image.Image;
import io.github.mien.image.ImageKernels;
import io.github.mien.image.Rect;
import io.github.mien.transfer.Motion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MeshWarpReconstructorTest {
  private final Reconstructor reconstructor = new MeshWarpReconstructor(ImageKernels.java());

  @ParameterizedTest
  @ValueSource(ints = {3, 4})
  void pointsThatStayLeaveThePictureAsItIs(int channels) {
    Landmarks face = DrawnFace.landmarks(160, 150, 150);
    Image photo = DrawnFace.draw(face, 320, 320, channels);

    assertThat(warp(photo, face, face).data()).isEqualTo(photo.data());
  }

  @Test
  void pixelsAwayFromTheFaceStayBitIdentical() {
    Landmarks face = DrawnFace.landmarks(160, 150, 120);
    Image photo = DrawnFace.draw(face, 320, 320, 3);

    Image out = warp(photo, face, DrawnFace.smile(face, 0.25));

    double cx = 160, cy = 150 + 0.25 * 60;
    int changed = 0;
    for (int y = 0; y < 320; y++) {
      for (int x = 0; x < 320; x++) {
        boolean same = out.sample(x, y, 0) == photo.sample(x, y, 0);
        changed += same ? 0 : 1;
        if (Math.hypot((x - cx) / 60, (y - cy) / 78) > 1.52) {
          assertThat(same).as("%d, %d", x, y).isTrue();
        }
      }
    }
    assertThat(changed).isGreaterThan(500);
  }

  @ParameterizedTest(name = "face of {2} at {0}, {1}")
  @CsvSource({"10,20,150", "300,310,200", "160,-40,150", "160,160,60", "160,160,900"})
  void facesNearOrBeyondTheBorderAndOfAnySizeAreMoved(double x, double y, double width) {
    Landmarks face = DrawnFace.landmarks(x, y, width);
    Image photo = DrawnFace.draw(face, 320, 320, 3);

    Image out = warp(photo, face, DrawnFace.smile(face, 0.2));

    assertThat(out.data()).isNotEqualTo(photo.data());
  }

  @Test
  void aFaceOutsideThePictureChangesNothing() {
    Landmarks face = DrawnFace.landmarks(-900, 100, 100);
    Image photo = DrawnFace.draw(face, 100, 100, 3);

    assertThat(warp(photo, face, DrawnFace.smile(face, 0.3)).data()).isEqualTo(photo.data());
  }

  @Test
  void whatLiesUnderAPointMovesWithIt() {
    Landmarks face = DrawnFace.landmarks(160, 150, 200);
    Landmarks to = DrawnFace.smile(face, 0.2);
    Image photo = DrawnFace.draw(face, 320, 320, 3);

    Image out = warp(photo, face, to);

    for (int p : FaceMesh.outerLips()) {
      int dx = Math.round(to.x(p)), dy = Math.round(to.y(p));
      int sx = Math.round(to.x(p) - dx + face.x(p)), sy = Math.round(to.y(p) - dy + face.y(p));
      assertThat(lipsWithin(out, dx, dy)).isEqualTo(lipsWithin(photo, sx, sy));
    }
  }

  @Test
  void theFieldDoesNotFold() {
    Landmarks face = DrawnFace.landmarks(160, 150, 200);
    Rect area = new Rect(0, 0, 320, 320);
    DisplacementField field = new DisplacementField(area, 1);
    WarpMesh.of(face, DrawnFace.smile(face, 0.12)).draw(field);
    field.smooth(ImageKernels.java(), 0.75);
    float[] x = new float[320 * 320], y = new float[320 * 320];
    field.read(area, x, y);

    for (int i = 0; i < 319 * 320; i++) {
      if (i % 320 < 319) {
        double det =
            (x[i + 1] - x[i]) * (y[i + 320] - y[i]) - (x[i + 320] - x[i]) * (y[i + 1] - y[i]);
        assertThat(det).as("%d, %d", i % 320, i / 320).isPositive();
      }
    }
  }

  @Test
  void theMouthOfAPhotoWithoutAlphaServesATargetWithAlpha() {
    Landmarks shut = DrawnFace.landmarks(160, 150, 200);
    Landmarks open = DrawnFace.smile(shut, 0.3);
    Image target = DrawnFace.draw(shut, 320, 320, 4);
    Image source = Image.create(320, 320, 3);
    java.util.Arrays.fill(source.data(), (byte) 200);
    Image out = target.copy();

    reconstructor.reconstruct(
        DrawnFace.photo(target, shut),
        new Motion(Expression.NEUTRAL, shut, open),
        DrawnFace.photo(source, open),
        out);

    int x = Math.round(open.x(13)), y = Math.round((open.y(13) + open.y(14)) / 2);
    assertThat(out.sample(x, y, 2)).isGreaterThan(110);
    for (int i = 3; i < out.data().length; i += 4) {
      assertThat(out.data()[i]).isNotZero();
    }
  }

  /** Lips that touch, and shining ones, between which landmarks see a gap of about a fortieth. */
  @ParameterizedTest
  @CsvSource({"0.4, 0.012", "1, 0.025"})
  void teethOfTheSourceShowBetweenLipsThatHardlyPart(double gap, double more) {
    Landmarks shut = narrowed(DrawnFace.landmarks(160, 150, 200), gap);
    Landmarks parted = DrawnFace.smile(shut, more);
    Image target = DrawnFace.draw(shut, 320, 320, 3);
    Image source = Image.create(320, 320, 3);
    java.util.Arrays.fill(source.data(), (byte) 200);
    Image out = target.copy();

    reconstructor.reconstruct(
        DrawnFace.photo(target, shut),
        new Motion(Expression.NEUTRAL, shut, parted),
        DrawnFace.photo(source, DrawnFace.smile(shut, 0.3)),
        out);

    int x = Math.round(parted.x(13)), y = Math.round((parted.y(13) + parted.y(14)) / 2);
    assertThat(target.sample(x, y, 1)).isLessThan(90);
    assertThat(out.sample(x, y, 1)).isGreaterThan(110);
  }

  /** The face with a part of the gap between its lips. */
  private static Landmarks narrowed(Landmarks face, double share) {
    float[] xyz = face.toArray();
    int n = Opening.LIPS.length;
    for (int i = 1; i < n / 2; i++) {
      int upper = Opening.LIPS[i], lower = Opening.LIPS[n - i];
      float closer = (float) ((1 - share) / 2 * (face.y(lower) - face.y(upper)));
      xyz[3 * upper + 1] += closer;
      xyz[3 * lower + 1] -= closer;
    }
    return Landmarks.of(xyz);
  }

  @Test
  void anOpenedMouthIsDarkWhereNoPhotoShowsWhatIsInside() {
    Landmarks shut = DrawnFace.landmarks(160, 150, 200);
    Landmarks open = DrawnFace.smile(shut, 0.3);
    Image photo = DrawnFace.draw(shut, 320, 320, 3);

    Image out = warp(photo, shut, open);

    int x = Math.round(open.x(13)), y = Math.round((open.y(13) + open.y(14)) / 2);
    assertThat(out.sample(x, y, 0)).isLessThan(100);
  }

  @Test
  void lidsThatCloseCoverTheIrisAndDoNotSqueezeIt() {
    Landmarks open = DrawnFace.landmarks(160, 150, 200);
    float[] xyz = open.toArray();
    int[] eye = FaceMesh.rightEye();
    for (int i = 1; i < 8; i++) {
      xyz[3 * eye[i] + 1] += 0.5f * (open.y(eye[16 - i]) - open.y(eye[i]));
    }
    Image photo = DrawnFace.draw(open, 320, 320, 3);

    Image out = warp(photo, open, Landmarks.of(xyz));

    int x = Math.round(open.x(FaceMesh.RIGHT_IRIS)), y = Math.round(open.y(FaceMesh.RIGHT_IRIS));
    for (int down = 3; down < 6; down++) {
      assertThat(out.sample(x, y + down, 0)).isEqualTo(photo.sample(x, y + down, 0));
    }
    assertThat(out.sample(x, y - 4, 1)).isGreaterThan(100);
  }

  @Test
  void aShutEyeIsSkinDownToALineOfLashes() {
    Landmarks open = DrawnFace.landmarks(160, 150, 200);
    float[] xyz = open.toArray();
    shut(open, FaceMesh.rightEye(), xyz);
    shut(open, FaceMesh.leftEye(), xyz);
    Image photo = DrawnFace.draw(open, 320, 320, 3);

    Image out = warp(photo, open, Landmarks.of(xyz));

    assertShut(out, new Opening(open, Opening.RIGHT_EYE));
    assertShut(out, new Opening(open, Opening.LEFT_EYE));
  }

  private static void shut(Landmarks open, int[] eye, float[] xyz) {
    for (int i = 1; i < 8; i++) {
      xyz[3 * eye[i] + 1] = open.y(eye[16 - i]);
    }
  }

  private static void assertShut(Image out, Opening eye) {
    for (double s = 0.1; s <= 0.9; s += 0.1) {
      int x = (int) Math.round(eye.x(s, 0));
      int lower = (int) Math.round(eye.y(s, eye.lower(s)));
      int darkest = 255;
      for (int y = (int) Math.round(eye.y(s, eye.upper(s))); y < lower - 2; y++) {
        // Neither iris (50) nor white (225).
        assertThat(out.sample(x, y, 1)).isBetween(110, 190);
      }
      for (int y = lower - 2; y < lower + 6; y++) {
        darkest = Math.min(darkest, out.sample(x, y, 1));
      }
      assertThat(darkest).isLessThan(110);
    }
  }

  /** Whether both lip and skin are found two pixels around. */
  private static boolean lipsWithin(Image image, int x, int y) {
    boolean lip = false, skin = false;
    for (int j = -2; j <= 2; j++) {
      for (int i = -2; i <= 2; i++) {
        int green = image.sample(x + i, y + j, 1);
        lip |= green < 105;
        skin |= green > 135;
      }
    }
    return lip && skin;
  }

  private Image warp(Image photo, Landmarks from, Landmarks to) {
    Image out = photo.copy();
    reconstructor.reconstruct(
        DrawnFace.photo(photo, from), new Motion(Expression.NEUTRAL, from, to), null, out);
    return out;
  }
}
