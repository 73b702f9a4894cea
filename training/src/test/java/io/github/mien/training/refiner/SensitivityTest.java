package io.github.mien.training.refiner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.mien.encode.LandmarkExpressionEncoder;
import io.github.mien.face.FacePatch;
import io.github.mien.face.Landmarks;
import io.github.mien.image.Affine;
import io.github.mien.model.ModelStore;
import io.github.mien.morphable.MorphableModel;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class SensitivityTest {
  /** A move of points within a patch changes the coefficients as the same move in the picture. */
  @Test
  void tellsHowCoefficientsChangeWithThePointsOfAPatch() throws IOException {
    LandmarkExpressionEncoder encoder = LandmarkExpressionEncoder.load(ModelStore.embedded());
    Landmarks face =
        Landmarks.of(MorphableModel.load(ModelStore.embedded()).mean())
            .map(Affine.similarity(120, 0.1, 200, 150));
    FacePatch patch = FacePatch.LEFT_EYE;
    Affine toPicture = patch.toPicture(face);
    int[] points = patch.points();
    float[] inPicture = new float[3 * Landmarks.COUNT];
    float[] inPatch = new float[2 * points.length];
    for (int i = 0; i < points.length; i++) {
      double u = inPatch[2 * i] = 0.01f * (float) Math.sin(i);
      double v = inPatch[2 * i + 1] = 0.01f * (float) Math.cos(3 * i);
      inPicture[3 * points[i]] = (float) (toPicture.xx() * u + toPicture.xy() * v);
      inPicture[3 * points[i] + 1] = (float) (toPicture.yx() * u + toPicture.yy() * v);
    }
    float[] expected = encoder.linearize(face.toArray()).push(new float[][] {inPicture});

    float[] rows = new float[Sensitivity.COEFFICIENTS * inPatch.length];
    Sensitivity.of(encoder, face, points).write(points, toPicture, rows, 0);

    for (int c = 0; c < Sensitivity.COEFFICIENTS; c++) {
      float change = 0;
      for (int i = 0; i < inPatch.length; i++) {
        change += rows[c * inPatch.length + i] * inPatch[i];
      }
      assertThat(change).isCloseTo(expected[c], within(1e-4f));
    }
  }
}
