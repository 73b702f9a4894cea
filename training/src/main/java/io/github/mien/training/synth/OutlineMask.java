package io.github.mien.training.synth;

import io.github.mien.face.FaceMesh;
import io.github.mien.face.Landmarks;
import io.github.mien.image.Image;
import java.util.Arrays;

/**
 * How much of each pixel belongs to a face: 1 inside its outline, fading to 0 across a soft edge.
 */
final class OutlineMask {
  private final double[] x;
  private final double[] y;
  private final double edge;
  private final double left;
  private final double top;
  private final double right;
  private final double bottom;

  /**
   * @param grow factor on the outline about its middle
   * @param edge width of the soft edge in pixels
   */
  OutlineMask(Landmarks face, double grow, double edge) {
    int[] outline = FaceMesh.outline();
    this.edge = edge;
    x = new double[outline.length];
    y = new double[outline.length];
    double mx = 0, my = 0;
    for (int i = 0; i < x.length; i++) {
      x[i] = face.x(outline[i]);
      y[i] = face.y(outline[i]);
      mx += x[i] / x.length;
      my += y[i] / y.length;
    }
    for (int i = 0; i < x.length; i++) {
      x[i] = mx + grow * (x[i] - mx);
      y[i] = my + grow * (y[i] - my);
    }
    left = Arrays.stream(x).min().orElseThrow();
    right = Arrays.stream(x).max().orElseThrow();
    top = Arrays.stream(y).min().orElseThrow();
    bottom = Arrays.stream(y).max().orElseThrow();
  }

  /** Mixes a second picture into the first by {@code share} times the mask, or its opposite. */
  void mix(Image picture, Image other, double share, boolean outside) {
    byte[] data = picture.data();
    for (int py = 0; py < picture.height(); py++) {
      for (int px = 0; px < picture.width(); px++) {
        double inside = inside(px, py);
        double weight = share * (outside ? 1 - inside : inside);
        if (weight > 0) {
          int p = picture.index(px, py);
          int q = other.index(px, py);
          for (int k = 0; k < 3; k++) {
            double mixed =
                (data[p + k] & 0xff) * (1 - weight) + (other.data()[q + k] & 0xff) * weight;
            data[p + k] = (byte) (int) (mixed + 0.5);
          }
        }
      }
    }
  }

  double inside(double px, double py) {
    if (px < left - edge || px > right + edge || py < top - edge || py > bottom + edge) {
      return 0;
    }
    double nearest = Double.MAX_VALUE;
    boolean in = false;
    for (int i = 0, j = x.length - 1; i < x.length; j = i++) {
      if (y[i] > py != y[j] > py && px < (x[j] - x[i]) * (py - y[i]) / (y[j] - y[i]) + x[i]) {
        in = !in;
      }
      double ex = x[j] - x[i];
      double ey = y[j] - y[i];
      double t =
          Math.max(
              0, Math.min(1, ((px - x[i]) * ex + (py - y[i]) * ey) / (ex * ex + ey * ey + 1e-9)));
      double dx = px - x[i] - t * ex;
      double dy = py - y[i] - t * ey;
      nearest = Math.min(nearest, dx * dx + dy * dy);
    }
    double signed = Math.sqrt(nearest) * (in ? 1 : -1);
    return Math.max(0, Math.min(1, signed / edge + 0.5));
  }
}
