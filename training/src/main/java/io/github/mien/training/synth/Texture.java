package io.github.mien.training.synth;

import io.github.mien.image.Image;

/**
 * Textures that no photo at hand shows: clouds, marble, cells, pebbles and stripes in random
 * colours. What is most often taken for a small face is a blob in such a texture.
 */
public final class Texture {
  private static final int LATTICE = 64;
  private static final int COLOURS = 5;

  private final double[] lattice = new double[LATTICE * LATTICE];
  private final int[][] palette = new int[COLOURS][];
  private final int kind;
  private final int octaves;
  private final double period;
  private final double stretch;
  private final double bend;
  private final double bands;
  private final double grain;
  private final double cos;
  private final double sin;

  private Texture(double size, Chance chance) {
    for (int i = 0; i < lattice.length; i++) {
      lattice[i] = chance.between(0, 1);
    }
    int[] base = chance.colour();
    boolean related = chance.is(0.5);
    for (int i = 0; i < COLOURS; i++) {
      palette[i] = related ? shaded(base, chance) : chance.colour();
    }
    kind = chance.below(3);
    octaves = 1 + chance.below(4);
    period = chance.logBetween(6, 0.6 * size);
    stretch = chance.is(0.5) ? 1 : chance.logBetween(1, 5);
    bend = chance.is(0.5) ? 0 : chance.between(0.2, 1.5);
    bands = chance.is(0.5) ? 1 : chance.logBetween(1, 6);
    grain = chance.is(0.5) ? 0 : chance.between(0.05, 0.4);
    double angle = chance.between(0, Math.PI);
    cos = Math.cos(angle);
    sin = Math.sin(angle);
  }

  /**
   * Fills a picture.
   *
   * @param picture RGB, overwritten
   */
  public static void paint(Image picture, Chance chance) {
    Texture texture = new Texture(Math.max(picture.width(), picture.height()), chance);
    byte[] data = picture.data();
    for (int y = 0; y < picture.height(); y++) {
      for (int x = 0, p = picture.index(0, y); x < picture.width(); x++, p += 3) {
        texture.colour(x, y, data, p);
      }
    }
  }

  private static int[] shaded(int[] base, Chance chance) {
    double light = chance.between(0.1, 1.5);
    int[] colour = new int[3];
    for (int c = 0; c < 3; c++) {
      colour[c] = (int) Math.max(0, Math.min(255, light * base[c] + chance.between(-25, 25)));
    }
    return colour;
  }

  private void colour(int x, int y, byte[] data, int p) {
    double u = (cos * x + sin * y) / period;
    double v = (cos * y - sin * x) / period * stretch;
    if (bend > 0) {
      double du = smooth(u + 17.3, v + 5.1) - 0.5;
      double dv = smooth(u + 41.7, v + 29.9) - 0.5;
      u += bend * du;
      v += bend * dv;
    }
    double value =
        switch (kind) {
          case 0 -> fractal(u, v);
          case 1 -> Math.min(1, nearestSeed(u, v));
          default -> 0.5 + 0.5 * Math.sin(2 * Math.PI * (u + 0.5 * fractal(u, v)));
        };
    value += grain * (smooth(x / 1.7, y / 1.7) - 0.5);
    double place = bands * Math.max(0, value) * (COLOURS - 1);
    int whole = (int) place;
    double rest = place - whole;
    int[] a = palette[whole % COLOURS];
    int[] b = palette[(whole + 1) % COLOURS];
    for (int c = 0; c < 3; c++) {
      data[p + c] = (byte) (int) (a[c] + rest * (b[c] - a[c]));
    }
  }

  /** Value noise, halved in size and weight from octave to octave. */
  private double fractal(double u, double v) {
    double sum = 0;
    double weights = 0;
    for (int i = 0; i < octaves; i++) {
      double scale = 1 << i;
      sum += smooth(u * scale + 7.7 * i, v * scale) / scale;
      weights += 1 / scale;
    }
    return sum / weights;
  }

  private double smooth(double u, double v) {
    double x = Math.floor(u);
    double y = Math.floor(v);
    double fx = u - x;
    double fy = v - y;
    fx = fx * fx * (3 - 2 * fx);
    fy = fy * fy * (3 - 2 * fy);
    int i = (int) x;
    int j = (int) y;
    double top = at(i, j) + fx * (at(i + 1, j) - at(i, j));
    double bottom = at(i, j + 1) + fx * (at(i + 1, j + 1) - at(i, j + 1));
    return top + fy * (bottom - top);
  }

  /** Distance to the nearest of seeds scattered one to a cell (Worley 1996). */
  private double nearestSeed(double u, double v) {
    int i = (int) Math.floor(u);
    int j = (int) Math.floor(v);
    double nearest = 4;
    for (int y = j - 1; y <= j + 1; y++) {
      for (int x = i - 1; x <= i + 1; x++) {
        double du = x + at(x, y) - u;
        double dv = y + at(x + 31, y + 17) - v;
        nearest = Math.min(nearest, du * du + dv * dv);
      }
    }
    return Math.sqrt(nearest);
  }

  private double at(int i, int j) {
    return lattice[(j & LATTICE - 1) * LATTICE + (i & LATTICE - 1)];
  }
}
