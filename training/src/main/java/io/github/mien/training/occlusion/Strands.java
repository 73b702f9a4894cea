package io.github.mien.training.occlusion;

import io.github.mien.training.synth.Chance;

/** Strands of hair that fall over a face from above, in the colour of its hair or another. */
final class Strands implements Thing {

  @Override
  public void draw(AlignedFace face, Layer layer, Chance chance) {
    double unit = face.width();
    double[] colour = colour(face, chance);
    int locks = 1 + chance.below(5);
    double side = chance.is(0.5) ? 1 : -1;
    for (int lock = 0; lock < locks; lock++) {
      double topX = face.points().x(10) + side * unit * chance.between(-0.2, 0.5);
      double topY = face.points().y(10) - unit * chance.between(0.05, 0.3);
      double endX = topX + side * unit * chance.between(-0.3, 0.45);
      double endY = topY + unit * chance.between(0.35, 1.3);
      double bend = unit * chance.between(-0.25, 0.25);
      double width = unit * chance.logBetween(0.01, 0.12);
      int hairs = (int) Math.max(1, chance.between(0.6, 1.6) * width);
      for (int hair = 0; hair < hairs; hair++) {
        double off = chance.between(-0.5, 0.5) * width;
        double fan = chance.between(0.4, 1.5);
        double light = chance.between(0.6, 1.5);
        hair(
            layer,
            topX + off,
            topY,
            topX + bend + off,
            (topY + endY) / 2,
            endX + fan * off,
            endY + chance.between(-0.1, 0.1) * unit,
            chance.between(0.5, 1.5),
            new double[] {light * colour[0], light * colour[1], light * colour[2]});
      }
    }
  }

  private static double[] colour(AlignedFace face, Chance chance) {
    double kind = chance.between(0, 1);
    if (kind < 0.5) {
      double above = face.points().y(10) - 0.14 * face.width();
      return face.colourAt(face.points().x(10), above, 4);
    }
    double level = chance.between(10, 200);
    return new double[] {
      level, level * chance.between(0.6, 0.95), level * chance.between(0.35, 0.85)
    };
  }

  /** A parabola of short rods, tapered. */
  private static void hair(
      Layer layer,
      double ax,
      double ay,
      double mx,
      double my,
      double bx,
      double by,
      double r,
      double[] colour) {
    int parts = 10;
    double px = ax, py = ay;
    for (int i = 1; i <= parts; i++) {
      double t = (double) i / parts;
      double x = (1 - t) * (1 - t) * ax + 2 * t * (1 - t) * mx + t * t * bx;
      double y = (1 - t) * (1 - t) * ay + 2 * t * (1 - t) * my + t * t * by;
      double thick = r * (1 - 0.6 * t * t);
      Solids.rod(
          layer,
          px,
          py,
          thick,
          x,
          y,
          thick,
          (u, v, at, out) -> Solids.lit(colour, 0.8 + 0.3 * Math.sin(9 * t + u * 0.1), out));
      px = x;
      py = y;
    }
  }
}
