package io.github.mien.training.matte;

import io.github.mien.face.FaceCrop;
import io.github.mien.image.Affine;
import io.github.mien.image.Image;
import io.github.mien.matte.HeadMatte;
import io.github.mien.training.synth.Chance;

/**
 * A person drawn into the square that the network sees, at twice its resolution: colours and alpha
 * of each pixel. Shoulders go on beyond the borders of the portrait, downwards and outwards.
 */
final class Figure {
  /** Pixels on a side. */
  static final int SIDE = 2 * MatteBatch.SIDE;

  private static final double LONG_HAIR = 0.3;
  private static final double[] WHITE = {245, 245, 245};

  private final float[] colour = new float[3 * SIDE * SIDE];
  private final float[] alpha = new float[SIDE * SIDE];

  /** The part of the square that the photo shows, in its pixels. */
  private double x0 = -1e4;

  private double y0 = -1e4;
  private double x1 = 1e4;
  private double y1 = 1e4;

  /** Where a pixel of the square comes from if the photo's border is repeated. */
  int shownX(int x) {
    return (int) Math.max(Math.max(0, x0), Math.min(Math.min(SIDE - 1, x1), x));
  }

  int shownY(int y) {
    return (int) Math.max(Math.max(0, y0), Math.min(Math.min(SIDE - 1, y1), y));
  }

  /**
   * @param garment in the place of a white shirt
   * @param place scale, turn and shift beside how the pipeline would cut the face
   */
  static Figure draw(Person person, Garment garment, Place place, Chance chance) {
    Affine toPerson = place.toPerson(person);
    boolean cropped = person.cropped();
    Figure figure = sample(person, garment, toPerson, chance.between(0.05, 0.9), cropped);
    if (!cropped && chance.is(LONG_HAIR)) {
      figure.grow(LongHair.of(person, chance), toPerson);
    }
    figure.crop(toPerson.inverse(), cropped, chance);
    return figure;
  }

  private void grow(LongHair hair, Affine toPerson) {
    double[] level = new double[3];
    for (int i = 0; i < alpha.length; i++) {
      double u = toPerson.mapX(i % SIDE, i / SIDE), v = toPerson.mapY(i % SIDE, i / SIDE);
      double cover = hair.behind(u, v);
      if (cover > 0) {
        hair.colour(u, v, level);
        double front = cover * hair.inFront(u, v);
        double person = (1 - front) * alpha[i];
        double all = person + front + (1 - front) * (1 - alpha[i]) * cover;
        for (int c = 0; c < 3; c++) {
          double own = colour[3 * i + c];
          colour[3 * i + c] = (float) (level[c] + person / all * (own - level[c]));
        }
        alpha[i] = (float) all;
      }
    }
  }

  /** The matte of a person in their own photo, whose border is repeated. */
  static Figure inPhoto(Person person, Garment garment, Place place) {
    return sample(person, garment, place.toPerson(person), 0, true);
  }

  /**
   * @param slope of shoulders beyond the portrait's sides
   * @param repeated whether the upper border is repeated beyond
   */
  private static Figure sample(
      Person person, Garment garment, Affine toPerson, double slope, boolean repeated) {
    Figure figure = new Figure();
    double[] level = new double[5];
    double[] dyed = new double[3];
    for (int y = 0, i = 0; y < SIDE; y++) {
      for (int x = 0; x < SIDE; x++, i++) {
        double u = toPerson.mapX(x, y), v = toPerson.mapY(x, y);
        sample(person, u, v, slope, level);
        double white = level[4];
        if (white > 0.01) {
          double shade = Math.min(1, (level[0] + level[1] + level[2]) / 3 / WHITE[0]);
          garment.colour(u, v, shade, dyed);
        }
        for (int c = 0; c < 3; c++) {
          figure.colour[3 * i + c] = (float) (level[c] + white * (dyed[c] - level[c]));
        }
        figure.alpha[i] = v < 0 && !repeated ? 0 : (float) (level[3] / 255);
      }
    }
    return figure;
  }

  /** Photos end near the face now and then; where hair was cut off they must. */
  private void crop(Affine fromPerson, boolean cropped, Chance chance) {
    if (cropped) {
      y0 = fromPerson.mapY(Person.SIDE / 2.0, 1);
    } else if (chance.is(0.25)) {
      y0 = chance.between(0, 0.3) * SIDE;
    }
    if (chance.is(0.25)) {
      x0 = chance.between(0, 0.3) * SIDE;
    }
    if (chance.is(0.25)) {
      x1 = chance.between(0.7, 1) * SIDE;
    }
    if (chance.is(0.4)) {
      y1 = chance.between(0.75, 1) * SIDE;
    }
  }

  private static void sample(Person person, double u, double v, double slope, double[] out) {
    int last = Person.SIDE - 1;
    double beyond = Math.max(0, Math.max(-u, u - last));
    double x = Math.max(0, Math.min(last - 1e-3, u));
    double y = Math.max(0, Math.min(last - 1e-3, v - slope * beyond));
    int column = (int) x, row = (int) y;
    double fx = x - column, fy = y - row;
    byte[] data = person.picture().data();
    int at = person.picture().index(column, row);
    int below = at + person.picture().stride();
    for (int c = 0; c < 4; c++) {
      double upper = mix(data[at + c] & 0xff, data[at + 4 + c] & 0xff, fx);
      out[c] = mix(upper, mix(data[below + c] & 0xff, data[below + 4 + c] & 0xff, fx), fy);
    }
    float[] cloth = person.cloth();
    int i = row * Person.SIDE + column;
    double upper = mix(cloth[i], cloth[i + 1], fx);
    out[4] = mix(upper, mix(cloth[i + Person.SIDE], cloth[i + Person.SIDE + 1], fx), fy);
  }

  private static double mix(double a, double b, double share) {
    return a + share * (b - a);
  }

  /** Other light on the person than on what is behind. */
  void relight(Chance chance) {
    double exposure = Math.exp(chance.between(-0.5, 0.3));
    double[] gain = new double[3];
    for (int c = 0; c < 3; c++) {
      gain[c] = exposure * chance.between(0.85, 1.15);
    }
    double angle = chance.between(0, 2 * Math.PI);
    double strength = chance.is(0.5) ? 0 : chance.between(0, 0.8) / SIDE;
    for (int i = 0; i < alpha.length; i++) {
      double x = i % SIDE - SIDE / 2.0, y = i / SIDE - SIDE / 2.0;
      double light = 1 + strength * (Math.cos(angle) * x + Math.sin(angle) * y);
      for (int c = 0; c < 3; c++) {
        colour[3 * i + c] = (float) Math.min(255, colour[3 * i + c] * gain[c] * light);
      }
    }
  }

  /** Lays the person over a picture of the same size. */
  void over(Image picture) {
    byte[] data = picture.data();
    for (int i = 0; i < alpha.length; i++) {
      for (int c = 0; c < 3; c++) {
        int behind = data[3 * i + c] & 0xff;
        data[3 * i + c] = (byte) Math.round(behind + alpha[i] * (colour[3 * i + c] - behind));
      }
    }
  }

  float alpha(int x, int y) {
    return alpha[y * SIDE + x];
  }

  /**
   * Where a person stands, beside how the pipeline would cut the face.
   *
   * @param scale above 1 makes the face smaller
   * @param angle radians
   * @param dx shift as a share of the square
   * @param dy likewise
   * @param mirrored left for right
   */
  record Place(double scale, double angle, double dx, double dy, boolean mirrored) {
    static final Place EXACT = new Place(1, 0, 0, 0, false);

    static Place near(Chance chance) {
      return new Place(
          chance.logBetween(0.8, 1.25),
          chance.is(0.5) ? chance.between(-0.08, 0.08) : chance.between(-0.4, 0.4),
          chance.between(-0.05, 0.05),
          chance.between(-0.05, 0.05),
          chance.is(0.5));
    }

    /** From pixels of the square to those of the person's picture. */
    Affine toPerson(Person person) {
      FaceCrop face = HeadMatte.crop(person.points());
      Affine toFace =
          Affine.ofSquare(
              face.centerX() + dx * face.side(),
              face.centerY() + dy * face.side(),
              scale * face.side(),
              face.angle() + angle,
              SIDE);
      Affine mirror = new Affine(-1, 0, SIDE - 1, 0, 1, 0);
      return mirrored ? mirror.then(toFace) : toFace;
    }
  }
}
