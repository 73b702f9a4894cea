package io.github.mien.training.matte;

import io.github.mien.face.Box;
import io.github.mien.training.synth.Chance;
import java.util.List;

/**
 * Hair down to the shoulders or beyond, which few of the keyed portraits show: around and behind
 * the head of a person, in front of the shoulders, in the colour of their own hair or another.
 */
final class LongHair {
  private static final int[][] COLOURS = {
    {28, 22, 20},
    {60, 42, 30},
    {95, 65, 42},
    {150, 110, 70},
    {200, 165, 115},
    {120, 55, 30},
    {150, 148, 146},
    {205, 203, 200}
  };

  private static final int WAVES = 6;

  private final Box face;
  private final double middle;
  private final double[] colour;
  private final double half;
  private final double flare;
  private final double crown;
  private final double length;
  private final double neck;
  private final double[] waves = new double[3 * WAVES];
  private final double[] strands = new double[3 * WAVES];

  private LongHair(Person person, Chance chance) {
    face = person.points().bounds();
    middle = (face.x0() + face.x1()) / 2;
    colour = colour(person, chance);
    half = face.width() * chance.between(0.58, 0.8);
    flare = chance.between(-0.15, 0.35);
    crown = face.height() * chance.between(0.2, 0.36);
    length = face.height() * chance.between(0.5, 1.6);
    neck = face.width() * chance.between(0.25, 0.48);
    for (int i = 0; i < WAVES; i++) {
      waves[3 * i] = chance.between(0.5, 9);
      waves[3 * i + 1] = chance.between(0, 7);
      waves[3 * i + 2] = chance.between(0, 0.07) / (1 + i);
      strands[3 * i] = chance.logBetween(6, 120);
      strands[3 * i + 1] = chance.between(0, 7);
      strands[3 * i + 2] = chance.between(-2, 2);
    }
  }

  static LongHair of(Person person, Chance chance) {
    return new LongHair(person, chance);
  }

  private static double[] colour(Person person, Chance chance) {
    double[] sum = new double[4];
    Box face = person.points().bounds();
    int x0 = (int) (face.x0() + 0.25 * face.width()), x1 = (int) (face.x1() - 0.25 * face.width());
    int y0 = (int) Math.max(0, face.y0() - 0.2 * face.height());
    for (int y = y0; y < face.y0() - 0.1 * face.height(); y++) {
      for (int x = x0; x < x1; x++) {
        if (person.picture().sample(x, y, 3) > 250) {
          sum[3]++;
          for (int c = 0; c < 3; c++) {
            sum[c] += person.picture().sample(x, y, c);
          }
        }
      }
    }
    if (sum[3] < 20 || chance.is(0.3)) {
      int[] any = chance.pick(List.of(COLOURS));
      return new double[] {any[0], any[1], any[2]};
    }
    return new double[] {sum[0] / sum[3], sum[1] / sum[3], sum[2] / sum[3]};
  }

  /** How much of a place this hair covers where nothing is in front of it, 0..1. */
  double behind(double x, double y) {
    double from = face.y0() + 0.3 * face.height();
    double outer = y < from ? crown(from - y) : sides((y - from) / face.height());
    double edge = outer * (1 + wave(x, y)) - Math.abs(x - middle);
    return outer <= 0 ? 0 : Math.max(0, Math.min(1, edge / 2 + 0.5));
  }

  private double crown(double up) {
    double rise = up / (0.3 * face.height() + crown);
    return rise >= 1 ? 0 : half * Math.sqrt(1 - rise * rise);
  }

  private double sides(double down) {
    double left = Math.max(0, (length / face.height() - down) / 0.15);
    return (half + flare * down * face.width()) * Math.min(1, Math.sqrt(left));
  }

  /** How much of what it covers lies in front of the shoulders, 0..1. */
  double inFront(double x, double y) {
    double beyond = Math.abs(x - middle) - neck * (1 + wave(x, y));
    return y < face.y1() ? 0 : Math.max(0, Math.min(1, beyond / 4 + 0.5));
  }

  /** The colour of a place, 0..255. */
  void colour(double x, double y, double[] out) {
    double u = (x - middle) / face.width();
    double v = (y - face.y0()) / face.height();
    double light = 1;
    for (int i = 0; i < WAVES; i++) {
      double phase = strands[3 * i] * (u + 0.05 * strands[3 * i + 2] * v) + strands[3 * i + 1];
      light += 0.11 * Math.sin(phase + 0.4 * strands[3 * i + 2] * v);
    }
    for (int c = 0; c < 3; c++) {
      out[c] = Math.max(0, Math.min(255, light * colour[c]));
    }
  }

  private double wave(double x, double y) {
    double v = 3 * (y / face.height() + (x < middle ? 0 : 11));
    double sum = 0;
    for (int i = 0; i < WAVES; i++) {
      sum += waves[3 * i + 2] * Math.sin(waves[3 * i] * v + waves[3 * i + 1]);
    }
    return sum;
  }
}
