package io.github.mien.testkit;

import io.github.mien.blend.BlendMode;
import io.github.mien.blend.Mask;
import io.github.mien.image.Image;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Equation 7 of Pérez, Gangnet and Blake as it is written, solved directly in double precision:
 * what blenders are measured by. Slow.
 */
public final class ExactBlend {
  private static final int[] DX = {-1, 1, 0, 0};
  private static final int[] DY = {0, 0, -1, 1};

  private final Image source;
  private final Mask mask;
  private final Image target;
  private final int x;
  private final int y;
  private final BlendMode mode;

  /** Target pixels under the mask, and which of them a pixel is, or -1. */
  private final List<int[]> pixels = new ArrayList<>();

  private final int[] number;

  private ExactBlend(Image source, Mask mask, Image target, int x, int y, BlendMode mode) {
    this.source = source;
    this.mask = mask;
    this.target = target;
    this.x = x;
    this.y = y;
    this.mode = mode;
    this.number = new int[target.width() * target.height()];
    Arrays.fill(number, -1);
  }

  /**
   * The result, neither rounded nor cut to 0..255.
   *
   * @return for each of three channels the target's pixels, row by row
   */
  public static double[][] of(Image source, Mask mask, Image target, int x, int y, BlendMode mode) {
    return new ExactBlend(source, mask, target, x, y, mode).solve();
  }

  private double[][] solve() {
    for (int ty = 0; ty < target.height(); ty++) {
      for (int tx = 0; tx < target.width(); tx++) {
        if (mask.contains(tx - x, ty - y)) {
          number[ty * target.width() + tx] = pixels.size();
          pixels.add(new int[] {tx, ty});
        }
      }
    }
    boolean open = pixels.size() == number.length;
    BandedCholesky matrix = matrix(open);
    double[][] planes = new double[3][number.length];
    for (int channel = 0; channel < 3; channel++) {
      double[] values = rightHandSide(channel);
      matrix.solve(values);
      double shift = open ? meanOfTarget(channel) - Arrays.stream(values).average().orElse(0) : 0;
      for (int p = 0; p < number.length; p++) {
        int tx = p % target.width(), ty = p / target.width();
        planes[channel][p] =
            number[p] < 0 ? target.sample(tx, ty, channel) : values[number[p]] + shift;
      }
    }
    return planes;
  }

  /** With its first pixel pinned where nothing else holds the solution. */
  private BandedCholesky matrix(boolean open) {
    int band = 1;
    for (int i = 0; i < pixels.size(); i++) {
      for (int q = 0; q < 4; q++) {
        int j = neighbour(i, q);
        band = j >= 0 ? Math.max(band, Math.abs(i - j)) : band;
      }
    }
    BandedCholesky matrix = new BandedCholesky(pixels.size(), band);
    for (int i = 0; i < pixels.size(); i++) {
      for (int q = 0; q < 4; q++) {
        if (inTarget(i, q)) {
          matrix.add(i, i, 1);
          int j = neighbour(i, q);
          if (j >= 0 && j < i) {
            matrix.add(i, j, -1);
          }
        }
      }
    }
    if (open) {
      matrix.add(0, 0, 1);
    }
    matrix.factorise();
    return matrix;
  }

  private double[] rightHandSide(int channel) {
    double[] sums = new double[pixels.size()];
    for (int i = 0; i < sums.length; i++) {
      for (int q = 0; q < 4; q++) {
        if (inTarget(i, q)) {
          sums[i] += wanted(i, q, channel);
          if (neighbour(i, q) < 0) {
            sums[i] += target.sample(pixels.get(i)[0] + DX[q], pixels.get(i)[1] + DY[q], channel);
          }
        }
      }
    }
    return sums;
  }

  private double wanted(int i, int q, int channel) {
    int tx = pixels.get(i)[0], ty = pixels.get(i)[1];
    int sx = tx - x, sy = ty - y;
    int nx = Math.max(0, Math.min(source.width() - 1, sx + DX[q]));
    int ny = Math.max(0, Math.min(source.height() - 1, sy + DY[q]));
    double ofSource = level(sx, sy, channel) - level(nx, ny, channel);
    double ofTarget =
        target.sample(tx, ty, channel) - target.sample(tx + DX[q], ty + DY[q], channel);
    return mode == BlendMode.MIXED && Math.abs(ofTarget) > Math.abs(ofSource) ? ofTarget : ofSource;
  }

  private double level(int sx, int sy, int channel) {
    return mode == BlendMode.MONOCHROME
        ? 0.299 * source.sample(sx, sy, 0)
            + 0.587 * source.sample(sx, sy, 1)
            + 0.114 * source.sample(sx, sy, 2)
        : source.sample(sx, sy, channel);
  }

  private boolean inTarget(int i, int q) {
    int tx = pixels.get(i)[0] + DX[q], ty = pixels.get(i)[1] + DY[q];
    return tx >= 0 && ty >= 0 && tx < target.width() && ty < target.height();
  }

  private int neighbour(int i, int q) {
    if (!inTarget(i, q)) {
      return -1;
    }
    return number[(pixels.get(i)[1] + DY[q]) * target.width() + pixels.get(i)[0] + DX[q]];
  }

  private double meanOfTarget(int channel) {
    double sum = 0;
    for (int p = 0; p < number.length; p++) {
      sum += target.sample(p % target.width(), p / target.width(), channel);
    }
    return sum / number.length;
  }
}
