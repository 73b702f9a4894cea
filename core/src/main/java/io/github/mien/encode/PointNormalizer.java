package io.github.mien.encode;

/**
 * Brings points onto a template by the similarity of the plane that fits best: what is left does
 * not depend on where in the picture a face is, how large, and how it leans. The expression encoder
 * reads this, and its training makes its inputs so. Immutable.
 */
public final class PointNormalizer {
  /** Brings residuals, in units of the template, to the order of 1. */
  public static final float GAIN = 10;

  private final int[] points;
  private final double[] template;

  /**
   * @param points which of a face's points are used
   * @param shape x, y, z of all points of the template
   */
  public PointNormalizer(int[] points, float[] shape) {
    this.points = points;
    template = new double[2 * points.length];
    double mx = 0, my = 0;
    for (int i = 0; i < points.length; i++) {
      template[2 * i] = shape[3 * points[i]];
      template[2 * i + 1] = shape[3 * points[i] + 1];
      mx += template[2 * i] / points.length;
      my += template[2 * i + 1] / points.length;
    }
    for (int i = 0; i < points.length; i++) {
      template[2 * i] -= mx;
      template[2 * i + 1] -= my;
    }
  }

  /** How many numbers a residual has. */
  int size() {
    return template.length;
  }

  /**
   * How far each point used is from the template, times {@link #GAIN}.
   *
   * @param xyz x, y, z of all points in any picture's coordinates
   * @return x, y of each
   */
  public float[] residual(float[] xyz) {
    return new Fit(xyz).residual();
  }

  /** A face brought onto the template, and how that changes with the face. */
  final class Fit {
    /** x, y from the points' mean. */
    private final double[] centred = new double[template.length];

    private double norm;

    /** The similarity as a complex factor. */
    private double re;

    private double im;

    /**
     * @param xyz x, y, z of all points
     */
    Fit(float[] xyz) {
      int n = points.length;
      double mx = 0, my = 0;
      for (int p : points) {
        mx += xyz[3 * p];
        my += xyz[3 * p + 1];
      }
      mx /= n;
      my /= n;
      double dot = 0, cross = 0;
      for (int i = 0; i < n; i++) {
        double x = xyz[3 * points[i]] - mx, y = xyz[3 * points[i] + 1] - my;
        centred[2 * i] = x;
        centred[2 * i + 1] = y;
        norm += x * x + y * y;
        dot += x * template[2 * i] + y * template[2 * i + 1];
        cross += x * template[2 * i + 1] - y * template[2 * i];
      }
      re = dot / norm;
      im = cross / norm;
    }

    /** How far each point is from the template. */
    float[] residual() {
      float[] out = new float[template.length];
      for (int i = 0; i < out.length; i += 2) {
        double x = centred[i], y = centred[i + 1];
        out[i] = (float) (GAIN * (re * x - im * y - template[i]));
        out[i + 1] = (float) (GAIN * (im * x + re * y - template[i + 1]));
      }
      return out;
    }

    /**
     * How the residual moves when the points move.
     *
     * @param xyz displacements of all points
     */
    float[] push(float[] xyz) {
      int n = points.length;
      double mx = 0, my = 0, dot = 0, cross = 0, grow = 0;
      for (int i = 0; i < n; i++) {
        double x = xyz[3 * points[i]], y = xyz[3 * points[i] + 1];
        mx += x;
        my += y;
        dot += x * template[2 * i] + y * template[2 * i + 1];
        cross += x * template[2 * i + 1] - y * template[2 * i];
        grow += 2 * (x * centred[2 * i] + y * centred[2 * i + 1]);
      }
      mx /= n;
      my /= n;
      double dre = (dot - re * grow) / norm, dim = (cross - im * grow) / norm;
      float[] out = new float[2 * n];
      for (int i = 0; i < n; i++) {
        double x = xyz[3 * points[i]] - mx, y = xyz[3 * points[i] + 1] - my;
        double cx = centred[2 * i], cy = centred[2 * i + 1];
        out[2 * i] = (float) (GAIN * (dre * cx - dim * cy + re * x - im * y));
        out[2 * i + 1] = (float) (GAIN * (dim * cx + dre * cy + im * x + re * y));
      }
      return out;
    }
  }
}
