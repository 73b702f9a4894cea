package io.github.mien;

import io.github.mien.face.FaceMesh;
import io.github.mien.face.Landmarks;
import io.github.mien.image.Affine;
import io.github.mien.image.Image;
import io.github.mien.image.ImageKernels;
import io.github.mien.image.Luma;

/**
 * How bright a face is from the forehead to the tip of the nose, wherever it is in its picture. It
 * tells a face that goes on moving from another one at the same place.
 */
final class UpperFace {
  private static final int COLUMNS = 24;
  private static final int ROWS = 18;

  /** Its size in eye distances. */
  private static final double WIDTH = 1.5;

  private static final double HEIGHT = 1.15;

  /** What of the height is above the middle of the {@link FaceMesh#stable} points. */
  private static final double ABOVE = 0.52;

  private static final int[] STABLE = FaceMesh.stable();

  private final float[] luma;

  private UpperFace(float[] luma) {
    this.luma = luma;
  }

  /**
   * Looks at a face.
   *
   * @param picture not modified
   * @param rigid the {@link #rigid} points of the face that it is compared with
   */
  static UpperFace of(Image picture, Landmarks face, double[] rigid) {
    Affine toPicture = Affine.similarity(rigid, face.xy(STABLE));
    double step = WIDTH / COLUMNS;
    double down = HEIGHT / ROWS;
    Affine toFace =
        new Affine(step, 0, (0.5 - COLUMNS / 2.0) * step, 0, down, 0.5 * down - ABOVE * HEIGHT);
    Image seen = Image.create(COLUMNS, ROWS, picture.channels());
    ImageKernels.java().warp(picture, toFace.then(toPicture), seen);
    float[] luma = new float[COLUMNS * ROWS];
    for (int i = 0; i < luma.length; i++) {
      luma[i] = Luma.of(seen.data(), i * seen.channels());
    }
    return new UpperFace(luma);
  }

  /**
   * The {@link FaceMesh#stable} points of an upright face from their middle.
   *
   * @return x, y in eye distances
   */
  static double[] rigid(Landmarks face) {
    Landmarks upright = face.map(Affine.similarity(1 / face.eyeDistance(), -face.roll(), 0, 0));
    double[] points = upright.xy(STABLE);
    double x = 0;
    double y = 0;
    for (int i = 0; i < points.length; i += 2) {
      x += points[i] / STABLE.length;
      y += points[i + 1] / STABLE.length;
    }
    for (int i = 0; i < points.length; i += 2) {
      points[i] -= x;
      points[i + 1] -= y;
    }
    return points;
  }

  /** By how many levels of 255 they differ on average. */
  double difference(UpperFace other) {
    double sum = 0;
    for (int i = 0; i < luma.length; i++) {
      sum += Math.abs(luma[i] - other.luma[i]);
    }
    return sum / luma.length;
  }
}
