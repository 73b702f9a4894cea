package io.github.mien.training.occlusion;

import io.github.mien.face.Landmarks;
import io.github.mien.image.Image;
import io.github.mien.training.synth.Chance;
import java.util.List;

/** Glasses: frames hide the face; lenses tint and reflect, but hide it only in dark sunglasses. */
final class Glasses implements Thing {
  private static final int SIDE = AlignedFace.SIDE;

  @Override
  public void draw(AlignedFace face, Layer layer, Chance chance) {
    Landmarks p = face.points();
    double eyes = p.eyeDistance();
    double roll = p.roll();
    double w = eyes * chance.between(0.235, 0.33);
    double h = w * chance.between(0.55, 0.95);
    double exponent = chance.between(2, 6);
    double rightX = (p.x(33) + p.x(133)) / 2 - 0.03 * eyes * Math.cos(roll);
    double rightY = (p.y(33) + p.y(133)) / 2 + eyes * chance.between(-0.02, 0.07);
    double leftX = (p.x(263) + p.x(362)) / 2 + 0.03 * eyes * Math.cos(roll);
    double leftY = (p.y(263) + p.y(362)) / 2 + rightY - (p.y(33) + p.y(133)) / 2;
    double thick = Math.max(1.1, eyes * chance.logBetween(0.01, 0.065));
    boolean dark = chance.is(0.25);
    double turn = turn(p);
    List<Lens> lenses =
        List.of(
            new Lens(rightX, rightY, w * turn, h, roll, exponent),
            new Lens(leftX, leftY, w / turn, h, roll, exponent));
    Noise noise = new Noise(chance);
    for (Lens lens : lenses) {
      if (dark) {
        darken(layer, lens, chance);
      } else {
        tint(face.picture(), lens, chance);
      }
    }
    double[] colour = colour(chance);
    double shine = chance.is(0.3) ? chance.between(0.6, 1.6) : chance.between(0, 0.6);
    double mottled = chance.is(0.3) ? chance.between(0.2, 0.6) : 0;
    Layer.Shader shader =
        (x, y, out) ->
            Solids.lit(
                colour,
                1 + shine * noise.at(x / 9.0, y / 7.0) + mottled * noise.at(x / 3.0, y / 3.0),
                out);
    double style = chance.between(0, 1);
    for (Lens lens : lenses) {
      if (style < 0.75) {
        layer.draw(lens.rim(thick), shader);
      } else if (style < 0.92) {
        double below = lens.y + 0.1 * h;
        Layer.Shape whole = lens.rim(1.3 * thick);
        layer.draw((x, y) -> y > below ? 0 : whole.cover(x, y), shader);
      }
    }
    holders(face, layer, lenses, thick, shader, chance);
  }

  /**
   * How much wider the lens before the right eye seems than the mean: a turned head has one far.
   */
  private static double turn(Landmarks p) {
    double right = Math.hypot(p.x(133) - p.x(33), p.y(133) - p.y(33));
    double left = Math.hypot(p.x(263) - p.x(362), p.y(263) - p.y(362));
    return Math.max(0.75, Math.min(1.33, Math.sqrt(right / Math.max(1, left))));
  }

  /** A superellipse, w and h half its width and height. */
  private record Lens(double x, double y, double w, double h, double roll, double exponent) {
    Layer.Shape glass() {
      return Solids.oval(x, y, w, h, roll, exponent, 1);
    }

    Layer.Shape rim(double thick) {
      return Solids.ring(x, y, w, h, roll, exponent, thick);
    }
  }

  private static double[] colour(Chance chance) {
    double kind = chance.between(0, 1);
    double level = kind < 0.5 ? chance.between(5, 60) : chance.between(60, 200);
    if (kind < 0.65) {
      return new double[] {level, level, level};
    }
    if (kind < 0.85) {
      return new double[] {level, 0.65 * level, 0.4 * level};
    }
    return new double[] {chance.below(256), chance.below(256), chance.below(256)};
  }

  /** The bridge and the temples. */
  private static void holders(
      AlignedFace face,
      Layer layer,
      List<Lens> lenses,
      double thick,
      Layer.Shader shader,
      Chance chance) {
    Lens right = lenses.get(0), left = lenses.get(1);
    double c = Math.cos(right.roll), s = Math.sin(right.roll);
    double h = right.h;
    double up = chance.between(0, 0.5) * h;
    double r = Math.max(0.6, thick * chance.between(0.35, 0.6));
    double innerRight = right.x + right.w * c, innerLeft = left.x - left.w * c;
    Solids.RoundShader round = (x, y, at, out) -> shader.shade(x, y, out);
    double middleX = (innerRight + innerLeft) / 2;
    double middleY = (right.y + left.y) / 2 - up - chance.between(0, 0.15) * h;
    Solids.rod(layer, innerRight, right.y + right.w * s - up, r, middleX, middleY, r, round);
    Solids.rod(layer, middleX, middleY, r, innerLeft, left.y - left.w * s - up, r, round);
    if (chance.is(0.8)) {
      int[] ears = {127, 356};
      for (int k = 0; k < 2; k++) {
        Lens lens = lenses.get(k);
        double side = k == 0 ? -1 : 1;
        double x = lens.x + side * lens.w * c, y = lens.y + side * lens.w * s - up;
        double earX = face.points().x(ears[k]) + side * 0.06 * lens.w;
        double earY = face.points().y(ears[k]) - chance.between(-0.1, 0.3) * h;
        Solids.rod(layer, x, y, r, earX, earY, r, round);
      }
    }
  }

  private static void darken(Layer layer, Lens lens, Chance chance) {
    Layer.Shape shape = lens.glass();
    double hides = chance.between(0.85, 1);
    double top = chance.between(5, 50), bottom = top + chance.between(0, 60);
    double[] hue = {chance.between(0.8, 1.2), chance.between(0.8, 1.1), chance.between(0.8, 1.2)};
    layer.draw(
        (x, y) -> hides * shape.cover(x, y),
        (x, y, out) -> {
          double t = Math.max(0, Math.min(1, (y - lens.y + lens.h) / (2 * lens.h)));
          Solids.lit(hue, top + t * (bottom - top), out);
        });
  }

  /** What is seen through clear or lightly coloured glass, with a streak of reflected light. */
  private static void tint(Image picture, Lens lens, Chance chance) {
    Layer.Shape shape = lens.glass();
    double w = lens.w, h = lens.h;
    double tint = chance.is(0.5) ? 0 : chance.between(0, 0.35);
    double[] colour = {chance.below(256), chance.below(256), chance.below(256)};
    double glare = chance.is(0.6) ? 0 : chance.between(0.1, 0.6);
    double from = chance.between(-1, 1) * w, wide = chance.between(0.1, 0.6) * w;
    double slope = chance.between(-0.8, 0.8);
    byte[] data = picture.data();
    for (int y = (int) Math.max(0, lens.y - 2 * h); y < Math.min(SIDE, lens.y + 2 * h); y++) {
      for (int x = (int) Math.max(0, lens.x - 2 * w); x < Math.min(SIDE, lens.x + 2 * w); x++) {
        double share = shape.cover(x, y);
        if (share > 0) {
          double along = x - lens.x + slope * (y - lens.y) - from;
          double light = glare * Math.max(0, Math.min(1, (wide - Math.abs(along)) / (0.3 * wide)));
          int i = picture.index(x, y);
          for (int c = 0; c < 3; c++) {
            double level = data[i + c] & 0xff;
            level += share * tint * (colour[c] - level);
            level += share * light * (245 - level);
            data[i + c] = (byte) Math.round(level);
          }
        }
      }
    }
  }
}
