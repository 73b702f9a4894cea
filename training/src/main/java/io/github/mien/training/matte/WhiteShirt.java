package io.github.mien.training.matte;

import io.github.mien.face.Box;
import io.github.mien.image.Image;
import java.util.Arrays;

/**
 * Shoulders for people in white shirts before a white wall, where no key can tell them apart: what
 * is white below a line from the neck to the border counts as shirt. Both are white, so either can
 * be dyed.
 */
final class WhiteShirt {
  private static final int SIDE = Person.SIDE;

  /** Half a neck as a share of the face's width; the line begins there. */
  private static final double NECK = 0.3;

  private final Image picture;
  private final Box face;
  private final double middle;

  private WhiteShirt(Person person) {
    picture = person.picture().copy();
    face = person.points().bounds();
    middle = (face.x0() + face.x1()) / 2;
  }

  static Person put(Person person) {
    WhiteShirt shirt = new WhiteShirt(person);
    return new Person(shirt.picture, shirt.cloth(), person.points(), person.photo());
  }

  private float[] cloth() {
    double left = shoulder(4);
    double right = shoulder(SIDE - 5);
    float[] cloth = new float[SIDE * SIDE];
    for (int y = (int) face.y1(); y < SIDE; y++) {
      for (int x = 0; x < SIDE; x++) {
        int at = picture.index(x, y);
        double border = x < middle ? left : right;
        double below = y - line(x, border);
        float inside = (float) Math.max(0, Math.min(1, below + 0.5));
        float white = white(at) * Math.max(0, Math.min(1, (float) (y - face.y1()) / 4));
        float coloured = (1 - white) * (picture.data()[at + 3] & 0xff) / 255f;
        cloth[y * SIDE + x] = inside * white;
        picture.data()[at + 3] = (byte) Math.round(255 * Math.max(inside * white, coloured));
        if (inside > 0 && white < 1 && coloured < 1) {
          picture.data()[at + 3] = (byte) Math.round(255 * Math.max(inside, coloured));
        }
      }
    }
    return cloth;
  }

  /** The row where the shoulder meets the border; a little above rather than below. */
  private double shoulder(int x) {
    int[] tops = new int[9];
    for (int k = 0; k < tops.length; k++) {
      int y = (int) face.y1();
      while (y < SIDE - 4 && !solid(x + k - 4, y)) {
        y++;
      }
      tops[k] = y;
    }
    Arrays.sort(tops);
    double low = face.y1() + 0.22 * face.width();
    double high = face.y1() + 0.5 * face.width();
    return Math.max(low, Math.min(high, tops[tops.length / 2] - 2.0));
  }

  private boolean solid(int x, int y) {
    for (int k = 0; k < 4; k++) {
      if ((picture.data()[picture.index(x, y + k) + 3] & 0xff) < 128) {
        return false;
      }
    }
    return true;
  }

  /** Steep at the neck, flat further out. */
  private double line(int x, double border) {
    double half = x < middle ? middle : SIDE - 1 - middle;
    double from = NECK * face.width();
    double share = (Math.abs(x - middle) - from) / (half - from);
    if (share < 0) {
      return face.y1() + 0.12 * face.width();
    }
    double start = face.y1() + 0.12 * face.width();
    return start + (border - start) * (1 - (1 - share) * (1 - share));
  }

  /** How white a pixel is, 0..1. */
  private float white(int at) {
    int least = 255, most = 0;
    for (int c = 0; c < 3; c++) {
      int level = picture.data()[at + c] & 0xff;
      least = Math.min(least, level);
      most = Math.max(most, level);
    }
    float plain = 1 - Math.max(0, Math.min(1, (most - least - 16) / 14f));
    float bright = Math.max(0, Math.min(1, (least - 140) / 40f));
    return plain * bright;
  }
}
