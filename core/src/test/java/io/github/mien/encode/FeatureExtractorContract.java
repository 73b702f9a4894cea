package io.github.mien.encode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.mien.expression.Blendshape;
import io.github.mien.face.Landmarks;
import io.github.mien.image.Affine;
import io.github.mien.image.Image;
import io.github.mien.image.Rect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What all features have in common. */
abstract class FeatureExtractorContract {

  abstract FeatureExtractor features();

  @ParameterizedTest
  @EnumSource(names = {"JAW_OPEN", "EYE_BLINK_LEFT", "MOUTH_SMILE_RIGHT"})
  void haveTheLengthTheySayAndAreFinite(Blendshape shape) {
    FaceInPhoto shown = FaceInPhoto.showing(shape);

    float[] read = features().extract(shown.photo(), shown.face());

    assertThat(read).hasSize(features().length());
    for (float number : read) {
      assertThat(number).isFinite();
    }
  }

  @Test
  void doNotChangeWithWhereInThePictureTheFaceIs() {
    FaceInPhoto shown = FaceInPhoto.showing(Blendshape.JAW_OPEN);
    int size = FaceInPhoto.SIZE;
    Image wide = Image.create(size + 60, size + 90, 3);
    shown.photo().copyTo(wide.view(new Rect(50, 80, size, size)));
    Landmarks moved = shown.face().landmarks().map(Affine.similarity(1, 0, 50, 80));

    assertThat(features().extract(wide, FaceInPhoto.face(moved)))
        .containsExactly(features().extract(shown.photo(), shown.face()), within(0.02f));
  }

  @Test
  void doNotModifyThePhotoAndHandOutTheirOwnArrays() {
    FaceInPhoto shown = FaceInPhoto.showing(Blendshape.JAW_OPEN);
    byte[] before = shown.photo().data().clone();

    float[] first = features().extract(shown.photo(), shown.face());
    float[] expected = first.clone();
    first[0] = 77;

    assertThat(features().extract(shown.photo(), shown.face())).isEqualTo(expected);
    assertThat(shown.photo().data()).isEqualTo(before);
  }
}
