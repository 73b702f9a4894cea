package io.github.mien.training.rest;

import io.github.mien.encode.LandmarkExpressionEncoder;
import io.github.mien.model.ModelStore;
import io.github.mien.training.data.LabelledPhoto;
import io.github.mien.training.expression.LandmarkerReadings;
import io.github.mien.training.expression.Shapes;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** By how much coefficients are read wrongly because a landmarker errs. */
final class ReadingErrors {
  private ReadingErrors() {}

  /**
   * One error of 52 coefficients for each photo.
   *
   * @param models have the landmarker
   * @param backend by name, null for the best
   */
  static List<float[]> of(
      List<LabelledPhoto> photos,
      LandmarkExpressionEncoder encoder,
      ModelStore models,
      @Nullable String backend,
      long seed)
      throws IOException {
    return LandmarkerReadings.of(photos, models, backend, 1, seed).stream()
        .map(reading ->
            Shapes.difference(
                encoder.coefficients(reading.points()),
                encoder.coefficients(reading.photo().landmarks().toArray())))
        .toList();
  }
}
