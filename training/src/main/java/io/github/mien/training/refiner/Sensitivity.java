package io.github.mien.training.refiner;

import io.github.mien.encode.LandmarkExpressionEncoder;
import io.github.mien.expression.Blendshape;
import io.github.mien.face.Landmarks;
import io.github.mien.image.Affine;
import java.util.Arrays;

/**
 * How the coefficients that an encoder reads from a face change with some of its points: the error
 * of a lid's height counts more than that along the lid.
 */
final class Sensitivity {
  /** All but {@code tongueOut}, which no point shows. */
  static final int COEFFICIENTS = Blendshape.TONGUE_OUT.ordinal();

  /** Where the numbers of a point are, -1 if they are not kept. */
  private final int[] place;

  private final float[][] rows;

  private Sensitivity(int[] place, float[][] rows) {
    this.place = place;
    this.rows = rows;
  }

  /**
   * @param face its true points
   * @param points those of which more is wanted
   */
  static Sensitivity of(LandmarkExpressionEncoder encoder, Landmarks face, int[] points) {
    int[] place = new int[Landmarks.COUNT];
    Arrays.fill(place, -1);
    for (int i = 0; i < points.length; i++) {
      place[points[i]] = i;
    }
    LandmarkExpressionEncoder.Linearization at = encoder.linearize(face.toArray());
    int columns = 2 * points.length;
    float[][] units = new float[columns][3 * Landmarks.COUNT];
    for (int i = 0; i < points.length; i++) {
      units[2 * i][3 * points[i]] = 1;
      units[2 * i + 1][3 * points[i] + 1] = 1;
    }
    float[] slopes = at.push(units);
    float[][] rows = new float[COEFFICIENTS][];
    for (int c = 0; c < COEFFICIENTS; c++) {
      rows[c] = Arrays.copyOfRange(slopes, c * columns, (c + 1) * columns);
    }
    return new Sensitivity(place, rows);
  }

  /**
   * Per fraction of a patch, coefficient by coefficient, x and y of each point.
   *
   * @param points of the patch
   * @param toPicture from fractions of the patch
   * @param out overwritten from {@code offset} on
   */
  void write(int[] points, Affine toPicture, float[] out, int offset) {
    int at = offset;
    for (float[] row : rows) {
      for (int point : points) {
        float x = row[2 * place[point]], y = row[2 * place[point] + 1];
        out[at++] = (float) (x * toPicture.xx() + y * toPicture.yx());
        out[at++] = (float) (x * toPicture.xy() + y * toPicture.yy());
      }
    }
  }
}
