package io.github.mien.training.occlusion;

import io.github.mien.training.synth.Chance;
import java.util.List;

/**
 * A hand held to the face: fingers of two or three limbs, a palm, a wrist, in the skin of this or
 * another face, shaded as round bodies.
 */
final class Hand implements Thing {
  private static final int[] CHEEKS = {50, 280, 205, 425, 151, 101, 330};

  /** What a hand touches. */
  private static final int[] TOUCHED = {
    50, 280, 205, 425, 152, 175, 13, 61, 291, 1, 4, 9, 151, 33, 263, 172, 397, 234, 454, 17, 10
  };

  private final List<AlignedFace> skins;

  /**
   * @param skins faces whose skin hands may have
   */
  Hand(List<AlignedFace> skins) {
    this.skins = skins;
  }

  @Override
  public void draw(AlignedFace face, Layer layer, Chance chance) {
    new Drawing(face, layer, chance, skin(face, chance)).draw();
  }

  private double[] skin(AlignedFace face, Chance chance) {
    AlignedFace of = chance.is(0.6) ? face : chance.pick(skins);
    double[] colour = of.colourAt(CHEEKS[chance.below(CHEEKS.length)]);
    double light = chance.between(0.75, 1.2);
    for (int c = 0; c < 3; c++) {
      colour[c] *= light * chance.between(0.94, 1.06);
    }
    return colour;
  }

  private static final class Drawing {
    private final Layer layer;
    private final Chance chance;
    private final double[] skin;
    private final double unit;
    private final double x;
    private final double y;
    private final double angle;
    private final double lightX;
    private final double lightY;
    private final double roundness;
    private final double grain;
    private final double pale;
    private final Noise noise;

    Drawing(AlignedFace face, Layer layer, Chance chance, double[] skin) {
      this.layer = layer;
      this.chance = chance;
      this.skin = skin;
      unit = face.width() * chance.between(0.1, 0.155);
      int point = TOUCHED[chance.below(TOUCHED.length)];
      double reach = chance.between(0, 4) * unit;
      angle = chance.is(0.75) ? chance.between(-1.2, 1.2) : chance.between(-3.2, 3.2);
      x = face.points().x(point) - reach * Math.sin(angle);
      y = face.points().y(point) + reach * Math.cos(angle);
      double light = chance.between(0, 2 * Math.PI);
      lightX = Math.cos(light);
      lightY = Math.sin(light);
      roundness = chance.between(0.25, 0.6);
      grain = chance.between(0, 0.06);
      pale = chance.between(1, 1.25);
      noise = new Noise(chance);
    }

    void draw() {
      boolean fist = chance.is(0.2);
      boolean few = chance.is(0.25);
      double mirrored = chance.is(0.5) ? 1 : -1;
      double spread = chance.between(0.0, 0.16);
      double bend = chance.between(-0.3, 0.3);
      double wrist = chance.between(3, 9);
      limb(0, 1.5, 1.5, 0, 1.5 + wrist, chance.between(1.3, 1.8));
      palm(mirrored);
      int first = few ? chance.below(3) : 0;
      int last = few ? Math.min(3, first + chance.below(2)) : 3;
      for (int finger = 0; finger < 4; finger++) {
        boolean folded = fist || finger < first || finger > last;
        finger(mirrored * (finger - 1.5), mirrored * spread * (finger - 1.5), bend, folded, finger);
      }
      thumb(mirrored, fist);
    }

    private void palm(double mirrored) {
      limb(-1.2, -0.4, 1.05, -0.9, 1.8, 1.0);
      limb(1.2, -0.4, 1.05, 0.9, 1.8, 1.0);
      limb(0, -0.5, 1.2, 0.1 * mirrored, 1.6, 1.4);
    }

    private void finger(double across, double turn, double bend, boolean folded, int number) {
      double length = (number == 0 || number == 3 ? 3.1 : 3.8) * chance.between(0.9, 1.1);
      double r = number == 3 ? 0.44 : 0.52;
      if (folded) {
        limb(across, -1.0, r * 1.1, across, -1.6 - 0.4 * chance.between(0, 1), r * 1.05);
        return;
      }
      double u = across, v = -1.1, a = turn;
      for (int limb = 0; limb < 3; limb++) {
        double part = length * (limb == 0 ? 0.45 : limb == 1 ? 0.3 : 0.25);
        double nu = u + part * Math.sin(a), nv = v - part * Math.cos(a);
        double thinner = r * (limb == 2 ? 0.82 : 0.93);
        limb(u, v, r, nu, nv, thinner);
        if (limb == 2 && chance.is(0.5)) {
          nail(nu, nv, a, thinner);
        }
        u = nu;
        v = nv;
        r = thinner;
        a += bend + chance.between(-0.08, 0.08);
      }
    }

    private void thumb(double mirrored, boolean fist) {
      double a = -mirrored * (fist ? -0.6 : chance.between(0.3, 1.1));
      double u = -1.6 * mirrored, v = 0.8;
      double r = 0.62;
      for (int limb = 0; limb < 2; limb++) {
        double part = limb == 0 ? 1.7 : 1.3;
        double nu = u + part * Math.sin(a), nv = v - part * Math.cos(a);
        limb(u, v, r, nu, nv, 0.9 * r);
        u = nu;
        v = nv;
        r *= 0.9;
        a += mirrored * chance.between(0, 0.4);
      }
    }

    private void nail(double u, double v, double a, double r) {
      double px = px(u, v), py = py(u, v);
      double[] colour = {
        Math.min(255, 1.08 * skin[0] + 12), 1.04 * skin[1] + 12, 1.05 * skin[2] + 14
      };
      layer.draw(
          Solids.oval(px, py, 0.55 * r * unit, 0.75 * r * unit, angle + a, 2.6, 1.2),
          (x, y, out) -> Solids.lit(colour, 1, out),
          px - unit,
          py - unit,
          px + unit,
          py + unit);
    }

    private void limb(double au, double av, double ar, double bu, double bv, double br) {
      Solids.rod(
          layer,
          px(au, av),
          py(au, av),
          ar * unit,
          px(bu, bv),
          py(bu, bv),
          br * unit,
          (x, y, at, out) -> {
            double out2 = Math.min(1, at[0] * at[0] + at[1] * at[1]);
            double round = 1 - roundness * (1 - Math.sqrt(1 - 0.96 * out2));
            double side = 1 + 0.22 * (at[0] * lightX + at[1] * lightY);
            double rough =
                1 + grain * noise.at(x / 3.0, y / 3.0) + 0.08 * noise.at(x / 24.0, y / 24.0);
            Solids.lit(skin, Math.min(1.3, pale * round * side * rough), out);
          });
    }

    private double px(double u, double v) {
      return x + unit * (Math.cos(angle) * u - Math.sin(angle) * v);
    }

    private double py(double u, double v) {
      return y + unit * (Math.sin(angle) * u + Math.cos(angle) * v);
    }
  }
}
