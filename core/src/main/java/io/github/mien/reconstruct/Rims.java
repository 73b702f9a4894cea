package io.github.mien.reconstruct;

import io.github.mien.image.Image;
import io.github.mien.image.ImageKernels;
import io.github.mien.image.Rect;

/**
 * The two edges of an opening, which carry a narrow rim of what lies at them (lashes, the moist
 * inner side of lips) over the content behind. Where the opening shuts or was shut, the edges are
 * taken from a little inside the skin, so that no sliver of what was behind them, or of the other
 * edge, stays between them.
 */
final class Rims {
  /** The share of an opening's length from either corner on which its edges have no depth. */
  private static final double THIN = 0.22;

  private final Opening before;
  private final Opening after;
  private final double width;
  private final double tuck;
  private final Rect area;
  private final Patch upper;
  private final Patch lower;

  /**
   * @param width of a rim in pixels
   * @param tuck how far into the skin the edges are taken, in pixels, where the opening shuts or
   *     was shut
   */
  Rims(Opening before, Opening after, double width, double tuck, Rect area, int channels) {
    this.before = before;
    this.after = after;
    this.width = width;
    this.tuck = tuck;
    this.area = area;
    upper = new Patch(area, channels);
    lower = new Patch(area, channels);
  }

  /** Places the rims' pixels and writes how much of the content shows between them. */
  void place(float[] contentShare) {
    int i = 0;
    for (int y = area.y(); y < area.bottom(); y++) {
      for (int x = area.x(); x < area.right(); x++, i++) {
        double s = after.s(x, y);
        double t = after.t(x, y);
        double above = t - after.upper(s);
        double below = after.lower(s) - t;
        double depth = Math.min(above, below);
        double beyond = Math.max(0, Math.max(-s, s - 1)) * after.length();
        double shown = Smooth.clamp(1 + (depth - beyond) / width);
        lower.share[i] = (float) shown;
        if (shown > 0) {
          contentShare[i] = (float) Smooth.step((depth - beyond) / width - 0.3);
        }
        if (shown > 0 && contentShare[i] < 1) {
          double narrowest = Math.min(above + below, before.lower(s) - before.upper(s));
          double thick = Smooth.step(Math.min(s, 1 - s) / THIN);
          double shut = tuck * thick * Smooth.clamp(1 - narrowest / (3 * tuck));
          upper.place(i, before, s, before.upper(s) + above - shut);
          lower.place(i, before, s, before.lower(s) - below + shut);
          upper.share[i] = (float) Smooth.step(0.5 + (below - above) / (2 * width));
        } else {
          upper.skip(i, x, y);
          lower.skip(i, x, y);
        }
      }
    }
  }

  /** Paints the content between the rims of a target's picture. */
  void paint(Patch content, Image target, ImageKernels kernels, Image out) {
    upper.resample(target, kernels);
    lower.resample(target, kernels);
    byte[] data = out.data();
    int channels = out.channels();
    int i = 0;
    for (int y = area.y(); y < area.bottom(); y++) {
      int o = out.index(area.x(), y);
      for (int x = 0; x < area.width(); x++, i++, o += channels) {
        float shown = lower.share[i];
        if (shown == 0) {
          continue;
        }
        for (int c = 0; c < 3; c++) {
          int k = i * channels + c;
          float rim = lower.grey(k) + upper.share[i] * (upper.grey(k) - lower.grey(k));
          float inside = content.grey(i * content.image.channels() + c);
          float all = rim + content.share[i] * (inside - rim);
          float under = data[o + c] & 0xff;
          data[o + c] = (byte) (int) (under + shown * (all - under) + 0.5f);
        }
      }
    }
  }
}
