package io.github.mien.training.occlusion;

import io.github.mien.training.synth.Chance;

/** A telephone or a card: a flat box with rounded corners and some details. */
final class Phone implements Thing {
  private final Textures textures;

  Phone(Textures textures) {
    this.textures = textures;
  }

  @Override
  public void draw(AlignedFace face, Layer layer, Chance chance) {
    double unit = face.width();
    int point = chance.below(468);
    double x = face.points().x(point);
    double y = face.points().y(point) + unit * chance.between(0, 0.3);
    double w = unit * chance.between(0.22, 0.42);
    double h = w * chance.between(1.3, 2.1);
    double angle = chance.is(0.6) ? chance.between(-0.4, 0.4) : chance.between(0, Math.PI);
    layer.draw(Solids.oval(x, y, w, h, angle, 12, 1), textures.plain(chance));
    if (chance.is(0.4)) {
      layer.draw(Solids.oval(x, y, 0.92 * w, 0.9 * h, angle, 14, 1), textures.any(chance));
    } else if (chance.is(0.7)) {
      double up = -0.75 * h;
      double lensX = x - Math.sin(angle) * up - 0.55 * w * Math.cos(angle);
      double lensY = y + Math.cos(angle) * up - 0.55 * w * Math.sin(angle);
      layer.draw(
          Solids.oval(lensX, lensY, 0.25 * w, 0.25 * w, angle, 5, 1), textures.plain(chance));
      layer.draw(
          Solids.oval(lensX, lensY, 0.13 * w, 0.13 * w, angle, 2, 1), textures.plain(chance));
    }
  }
}
