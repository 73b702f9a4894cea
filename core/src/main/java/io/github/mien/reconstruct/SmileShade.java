package io.github.mien.reconstruct;

import io.github.mien.face.FaceCrop;
import io.github.mien.face.FaceMesh;
import io.github.mien.face.Landmarks;
import io.github.mien.image.Bilinear;
import io.github.mien.image.Image;
import io.github.mien.image.ImageKernels;

/**
 * Shades the skin as a smile does: folds from the nose to the corners of the mouth, cheeks that
 * catch the light. The average shading is drawn on the average face; how much of it, on either
 * side, is how far the points move as they do in a smile. A smile that goes away loses it likewise.
 * The tables are made by {@code io.github.mien.training.render.SmileShadeCommand}.
 */
public final class SmileShade {
  /** Columns and rows of the table. */
  public static final int SIDE = 64;

  /** What the table spans on the average face, in eye distances. */
  private static final double LEFT = -1;

  private static final double TOP = -0.8;
  private static final double SPAN = 2;

  /** Pixels on a side of the crop in which the shading is drawn. */
  private static final int MAP = 128;

  /** The most and the least of an average smile. */
  private static final double MOST = 1.3;

  private static final double LEAST = -1;

  /** Half the width of the passage between the sides of the face, in eye distances. */
  private static final double MIDDLE = 0.25;

  /** Standard deviation that takes the edges of triangles away, in pixels of the crop. */
  private static final double SMOOTHING = 1;

  /** Less of an average smile than this, both sides together, shades nothing. */
  private static final double NONE = 0.02;

  /**
   * From the lower lids to the chin, in eye distances: beyond that the two photos of a person
   * differ by light and by how the head is held, not by a smile.
   */
  private static final double LIDS = 0.15;

  private static final double BELOW_LIDS = 0.3;
  private static final double ABOVE_CHIN = 0.75;
  private static final double CHIN = 0.95;

  private static final float[] SHADE = shade();
  private static final double[] MOVE =
      PointTable.read("smile-move.txt").mapToDouble(Double::parseDouble).toArray();

  private SmileShade() {}

  private static float[] shade() {
    double[] thousandths =
        PointTable.read("smile-shade.txt").mapToDouble(Double::parseDouble).toArray();
    float[] shade = new float[thousandths.length];
    for (int i = 0; i < shade.length; i++) {
      double y = (i / SIDE + 0.5) / SIDE * SPAN + TOP;
      double below = Smooth.step((y - LIDS) / (BELOW_LIDS - LIDS));
      double above = Smooth.step((CHIN - y) / (CHIN - ABOVE_CHIN));
      shade[i] = (float) (below * above * thousandths[i] / 1000);
    }
    return shade;
  }

  /** Where in the table's columns a place of the average face lies. */
  public static double column(double x) {
    return (x - LEFT) / SPAN * SIDE - 0.5;
  }

  /** Where in the table's rows a place of the average face lies. */
  public static double row(double y) {
    return (y - TOP) / SPAN * SIDE - 0.5;
  }

  /**
   * Shades a face that has moved.
   *
   * @param from its points before
   * @param to its points after
   * @param kernels blur
   * @param out holds the moved face; written inside its outline
   */
  static void paint(Landmarks from, Landmarks to, ImageKernels kernels, Image out) {
    double right = amount(from, to, -1);
    double left = amount(from, to, 1);
    if (Math.abs(right) + Math.abs(left) < NONE) {
      return;
    }
    FaceCrop crop = FaceCrop.of(to);
    RenderMaps maps = RenderMaps.draw(from, to, crop, MAP);
    float[] shade = drawn(maps, right, left);
    kernels.blur(shade, MAP, MAP, SMOOTHING, shade);
    float[] gate = RenderGate.of(maps, kernels);
    for (int i = 0; i < shade.length; i++) {
      float darker = shade[i] * gate[i];
      // exp to the second order: shades are small.
      shade[i] = 1 + darker + darker * darker / 2;
    }
    new GainGrid(shade, MAP, crop).apply(to.bounds().pixels(), out);
  }

  /**
   * How much of the average smile one side of a face does.
   *
   * @param side -1 for the person's right, 1 for the left
   */
  private static double amount(Landmarks from, Landmarks to, int side) {
    FaceCrop crop = FaceCrop.of(from);
    Landmarks before = crop.toFractions(from);
    Landmarks after = crop.toFractions(to);
    double unit = before.eyeDistance();
    double along = 0, whole = 0;
    for (int i = 0; i < FaceMesh.FIRST_IRIS; i++) {
      if (side * AverageFace.X[i] > -MIDDLE / 4) {
        along += MOVE[2 * i] * (after.x(i) - before.x(i)) / unit;
        along += MOVE[2 * i + 1] * (after.y(i) - before.y(i)) / unit;
        whole += MOVE[2 * i] * MOVE[2 * i] + MOVE[2 * i + 1] * MOVE[2 * i + 1];
      }
    }
    return Math.max(LEAST, Math.min(MOST, along / whole));
  }

  private static float[] drawn(RenderMaps maps, double right, double left) {
    float[] mouth = maps.mouth();
    float[] shade = new float[MAP * MAP];
    for (int i = 0; i < shade.length; i++) {
      double x = maps.x(i), y = maps.y(i);
      if (mouth[i] == 0 && (x != 0 || y != 0)) {
        double share = Smooth.step((x + MIDDLE) / (2 * MIDDLE));
        float average = Bilinear.at(SHADE, 0, SIDE, (float) column(x), (float) row(y));
        shade[i] = (float) (average * (right + share * (left - right)));
      }
    }
    return shade;
  }
}
