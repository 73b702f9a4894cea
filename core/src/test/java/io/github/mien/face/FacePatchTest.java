package io.github.mien.face;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.mien.image.Image;
import io.github.mien.image.ImageKernels;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FacePatchTest {
  /** What one patch shows of a face its partner shows of the face in a mirror. */
  @ParameterizedTest
  @CsvSource({"RIGHT_EYE, LEFT_EYE", "MOUTH, MIRRORED_MOUTH"})
  void partnersSeeMirroredFacesAlike(FacePatch patch, FacePatch partner) {
    Landmarks face = MeanFace.at(140, 120, 100, 0.2);

    assertThat(fractions(partner, MeanFace.mirrored(face, 150)))
        .containsExactly(fractions(patch, face), within(1e-4f));
  }

  @ParameterizedTest
  @CsvSource({"RIGHT_EYE", "LEFT_EYE", "MOUTH", "MIRRORED_MOUTH"})
  void lookTheSameWhereverAFaceIsAndHoweverItLeans(FacePatch patch) {
    float[] upright = fractions(patch, MeanFace.at(140, 120, 100, 0));

    assertThat(fractions(patch, MeanFace.at(400, 30, 250, -0.5)))
        .containsExactly(upright, within(1e-4f));
    for (float fraction : upright) {
      assertThat(fraction).isBetween(-0.5f, 0.5f);
    }
  }

  @Test
  void cutsWhatItsFractionsName() {
    Image picture = Image.create(300, 240, 3);
    Landmarks face = MeanFace.at(140, 120, 100, 0.2);
    int corner = FaceMesh.RIGHT_EYE_OUTER;
    for (int y = -2; y <= 2; y++) {
      for (int x = -2; x <= 2; x++) {
        int column = Math.round(face.x(corner)) + x, row = Math.round(face.y(corner)) + y;
        picture.data()[picture.index(column, row)] = (byte) 255;
      }
    }
    float[] at = fractions(FacePatch.RIGHT_EYE, face);

    Image patch = FacePatch.cut(picture, ImageKernels.java(), FacePatch.RIGHT_EYE.toPicture(face));

    int x = (int) ((at[0] + 0.5) * FacePatch.WIDTH);
    int y = (int) ((at[1] + 0.5) * FacePatch.HEIGHT);
    assertThat(patch.sample(x, y, 0)).isGreaterThan(200);
  }

  private static float[] fractions(FacePatch patch, Landmarks face) {
    float[] fractions = new float[2 * patch.points().length];
    patch.write(face, patch.toPicture(face).inverse(), fractions, 0);
    return fractions;
  }
}
