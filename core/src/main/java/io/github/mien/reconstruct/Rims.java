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

  /**
   * Cosines of an edge's angle to the opening: from the first down it is bare. At the side of a
   * wide mouth a rim would come from the corner of a shut one, where there is no lip.
   */
  private static final double STEEP = 0.45;

  private static final double LEVEL = 0.75;

  /** The share of the length from either corner on which edges that part are bare, likewise. */
  private static final double BARE = 0.16;

  private final Opening before;
  private final Opening after;
  private final double width;
  private final double tuck;
  private final boolean bare;
  private final Rect area;
  private final Patch upper;
  private final Patch lower;

  /**
   * @param width of a rim in pixels
   * @param tuck how far into the skin the edges are taken, in pixels, where the opening shuts or
   *     was shut
   * @param bare whether edges have no rim at the sides of a wide opening and at the corners of one
   *     that was shut
   */
  Rims(
      Opening before,
      Opening after,
      double width,
      double tuck,
      boolean bare,
      Rect area,
      int channels) {
    this.before = before;
    this.after = after;
    this.width = width;
    this.tuck = tuck;
    this.bare = bare;
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
        double beyond = Math.max(0, Math.max(-s, s - 1)) * after.length();
        double depth = Math.min(above, below) - beyond;
        double rim = 1;
        double edge = 0;
        if (bare) {
          double level = above < below ? after.levelUpper(s) : after.levelLower(s);
          depth *= level;
          rim = rim(s, level);
          edge = Smooth.clamp(0.5 + depth) * Smooth.clamp(above + below);
        }
        double shown = edge + rim * (Smooth.clamp(1 + depth / width) - edge);
        lower.share[i] = (float) shown;
        if (shown > 0) {
          contentShare[i] = (float) (1 + rim * (Smooth.step(depth / width - 0.3) - 1));
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

  /** How much of a rim an edge has there, 0..1. */
  private double rim(double s, double level) {
    double wasShut = Smooth.clamp(1 - (before.lower(s) - before.upper(s)) / (3 * tuck));
    double corner = 1 - Smooth.step(Math.min(s, 1 - s) / BARE);
    return Smooth.step((level - STEEP) / (LEVEL - STEEP)) * (1 - wasShut * corner);
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
