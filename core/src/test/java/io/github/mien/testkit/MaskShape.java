package io.github.mien.testkit;

import io.github.mien.blend.Mask;
import java.util.Random;

/** Masks that are hard on solvers, for a source of any size. */
public enum MaskShape {
  /** One round part. */
  DISC {
    @Override
    boolean holds(double u, double v, int x, int y) {
      return Math.hypot(u, v) < 0.9;
    }
  },
  /** Seven points. */
  STAR {
    @Override
    boolean holds(double u, double v, int x, int y) {
      return Math.hypot(u, v) < 0.6 + 0.35 * Math.cos(7 * Math.atan2(v, u));
    }
  },
  /** A hole off the centre. */
  RING {
    @Override
    boolean holds(double u, double v, int x, int y) {
      return Math.hypot(u, v) < 0.9 && Math.hypot(u - 0.1, v + 0.07) > 0.35;
    }
  },
  /** Teeth of one to three pixels, as far apart. */
  COMB {
    @Override
    boolean holds(double u, double v, int x, int y) {
      return Math.abs(u) < 0.9 && Math.abs(v) < 0.9 && (v < -0.6 || x % 4 < 1 + x / 4 % 3);
    }
  },
  /** Two parts, joined by a line of one pixel. */
  BRIDGE {
    @Override
    boolean holds(double u, double v, int x, int y) {
      return Math.abs(v) < 0.8 && Math.abs(Math.abs(u) - 0.5) < 0.35
          || y == 31 && Math.abs(u) < 0.5;
    }
  },
  /** Holes of one pixel. */
  PINHOLES {
    @Override
    boolean holds(double u, double v, int x, int y) {
      return Math.hypot(u, v) < 0.9 && (x % 11 != 5 || y % 13 != 4);
    }
  },
  /** Three of five pixels, at random. */
  SIEVE {
    @Override
    boolean holds(double u, double v, int x, int y) {
      return Math.max(Math.abs(u), Math.abs(v)) < 0.95
          && new Random(x * 7919L + y).nextInt(1000) % 5 < 3;
    }
  },
  /** At the picture's corner. */
  CORNER {
    @Override
    boolean holds(double u, double v, int x, int y) {
      return Math.hypot(u + 1, v + 1) < 1.3;
    }
  },
  /** Along three of the picture's sides. */
  THREE_SIDES {
    @Override
    boolean holds(double u, double v, int x, int y) {
      return u < 0.8;
    }
  },
  /** All of the picture but one pixel. */
  ALL_BUT_ONE {
    @Override
    boolean holds(double u, double v, int x, int y) {
      return x != 21 || y != 30;
    }
  },
  /** All of the picture. */
  ALL {
    @Override
    boolean holds(double u, double v, int x, int y) {
      return true;
    }
  };

  /**
   * @param u column from -1 to 1
   * @param v row from -1 to 1
   */
  abstract boolean holds(double u, double v, int x, int y);

  /** The shape drawn as large as the mask. */
  public Mask draw(int width, int height) {
    Mask mask = Mask.create(width, height);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        double u = 2 * (x + 0.5) / width - 1, v = 2 * (y + 0.5) / height - 1;
        mask.data()[mask.index(x, y)] = (byte) (holds(u, v, x, y) ? 255 : 0);
      }
    }
    return mask;
  }
}
