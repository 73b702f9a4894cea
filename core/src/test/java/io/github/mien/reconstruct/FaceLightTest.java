package io.github.mien.reconstruct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.mien.blend.ColourTransfer;
import io.github.mien.blend.Oklab;
import io.github.mien.face.FaceMesh;
import io.github.mien.face.Landmarks;
import io.github.mien.image.Image;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FaceLightTest {
  private static final Landmarks FACE = DrawnFace.landmarks(160, 150, 200);
  private static final Image PHOTO = DrawnFace.draw(FACE, 320, 320, 3);
  private static final int[] TEETH = {214, 205, 192};

  private static Image changed(double red, double green, double blue, DoubleUnaryOperator tone) {
    Image out = PHOTO.copy();
    double[] gain = {red, green, blue};
    for (int i = 0; i < out.data().length; i++) {
      out.data()[i] = (byte) level(out.data()[i] & 0xff, gain[i % 3], tone);
    }
    return out;
  }

  private static int level(int level, double gain, DoubleUnaryOperator tone) {
    double v = 255 * gain * tone.applyAsDouble(level / 255.0);
    return (int) Math.max(0, Math.min(255, Math.round(v)));
  }

  private static Oklab teeth(double red, double green, double blue, DoubleUnaryOperator tone) {
    return Oklab.ofRgb(
        level(TEETH[0], red, tone), level(TEETH[1], green, tone), level(TEETH[2], blue, tone));
  }

  private static Oklab lit(Image photo) {
    return new FaceLight(photo, FACE)
        .from(new FaceLight(PHOTO, FACE))
        .apply(teeth(1, 1, 1, v -> v));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.3, 0.5, 0.7, 1.15})
  void teethAreAsLightAsInTheSamePhotoInThatLight(double gain) {
    Oklab teeth = lit(changed(gain, gain, gain, v -> v));

    assertThat(teeth.l()).isCloseTo(teeth(gain, gain, gain, v -> v).l(), within(0.06));
  }

  @Test
  void teethTakeTheTintOfTheLight() {
    Oklab warm = lit(changed(1.05, 0.9, 0.65, v -> v));
    Oklab truth = teeth(1.05, 0.9, 0.65, v -> v);

    assertThat(warm.a()).isCloseTo(truth.a(), within(0.02));
    assertThat(warm.b()).isCloseTo(truth.b(), within(0.02));
  }

  @Test
  void theSameLightChangesNothing() {
    Oklab teeth = lit(PHOTO);
    Oklab before = teeth(1, 1, 1, v -> v);

    assertThat(teeth.l()).isCloseTo(before.l(), within(1e-3));
    assertThat(teeth.a()).isCloseTo(before.a(), within(1e-3));
    assertThat(teeth.b()).isCloseTo(before.b(), within(1e-3));
  }

  @Test
  void theDarkOfAMouthStaysDark() {
    ColourTransfer hazy =
        new FaceLight(changed(1, 1, 1, v -> 0.4 + 0.6 * v), FACE).from(new FaceLight(PHOTO, FACE));

    assertThat(hazy.apply(Oklab.ofRgb(12, 6, 6)).l()).isLessThan(0.25);
  }

  @Test
  void whereEyesAreShutTheSkinAloneTells() {
    float[] xyz = FACE.toArray();
    for (int[] eye : new int[][] {FaceMesh.rightEye(), FaceMesh.leftEye()}) {
      for (int i = 1; i < 8; i++) {
        xyz[3 * eye[i] + 1] = xyz[3 * eye[16 - i] + 1];
      }
    }
    Landmarks shut = Landmarks.of(xyz);
    Image dark = changed(0.5, 0.5, 0.5, v -> v);

    Oklab teeth =
        new FaceLight(dark, shut).from(new FaceLight(PHOTO, shut)).apply(teeth(1, 1, 1, v -> v));

    assertThat(teeth.l()).isCloseTo(teeth(0.5, 0.5, 0.5, v -> v).l(), within(0.06));
    assertThat(SkinTone.of(PHOTO, shut).whitestTeeth()).isGreaterThan(150);
  }
}
