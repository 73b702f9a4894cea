package io.github.mien.training.occlusion;

import io.github.mien.training.synth.Chance;

/** A microphone before mouth or chin: a head of wire or foam on a stick. */
final class Microphone implements Thing {

  @Override
  public void draw(AlignedFace face, Layer layer, Chance chance) {
    double unit = face.width();
    int[] near = {13, 17, 152, 61, 291, 205, 425, 1};
    int point = near[chance.below(near.length)];
    double r = unit * chance.between(0.09, 0.22);
    double x = face.points().x(point) + unit * chance.between(-0.12, 0.12);
    double y = face.points().y(point) + unit * chance.between(-0.05, 0.2);
    double angle = chance.between(-1.1, 1.1);
    double dx = Math.sin(angle), dy = Math.cos(angle);
    double level = chance.is(0.6) ? chance.between(15, 70) : chance.between(70, 190);
    double[] colour = {level * chance.between(0.9, 1.1), level * chance.between(0.9, 1.1), level};
    if (chance.is(0.15)) {
      colour = new double[] {chance.below(256), chance.below(256), chance.below(256)};
    }
    stick(layer, x, y, dx, dy, r, chance);
    head(layer, x, y, dx, dy, r, colour, chance);
  }

  private static void stick(
      Layer layer, double x, double y, double dx, double dy, double r, Chance chance) {
    double level = chance.between(10, 90);
    double[] colour = {level, level, level};
    double wide = r * chance.between(0.35, 0.75);
    double length = AlignedFace.SIDE;
    Solids.rod(
        layer,
        x + 0.6 * r * dx,
        y + 0.6 * r * dy,
        wide,
        x + length * dx,
        y + length * dy,
        wide * chance.between(0.5, 0.9),
        (px, py, at, out) -> Solids.lit(colour, 0.7 + 0.9 * Math.max(0, 0.5 - at[0]), out));
  }

  private static void head(
      Layer layer,
      double x,
      double y,
      double dx,
      double dy,
      double r,
      double[] colour,
      Chance chance) {
    boolean wire = chance.is(0.6);
    double step = chance.between(2.2, 4.5);
    double longer = chance.between(0, 0.7) * r;
    double shine = chance.between(0.1, 0.8);
    Noise noise = new Noise(chance);
    Solids.rod(
        layer,
        x,
        y,
        r,
        x + longer * dx,
        y + longer * dy,
        r,
        (px, py, at, out) -> {
          double u = (px + py) / step, v = (px - py) / step;
          double mesh = wire ? 0.75 + 0.5 * Math.abs(Math.sin(u) * Math.sin(v)) : 1;
          double rough = 1 + 0.2 * noise.at(px / 2.0, py / 2.0);
          double out2 = Math.min(1, at[0] * at[0] + at[1] * at[1]);
          double round = 0.45 + 0.55 * Math.sqrt(1 - 0.95 * out2);
          double light = 1 + shine * Math.max(0, 1 - 2 * Math.hypot(at[0] + 0.3, at[1] + 0.35));
          Solids.lit(colour, mesh * rough * round * light, out);
        });
  }
}
