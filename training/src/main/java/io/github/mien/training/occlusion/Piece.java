package io.github.mien.training.occlusion;

import io.github.mien.training.synth.Chance;

/** Anything at all: an oval, box or lump with some surface. */
final class Piece implements Thing {
  private final Textures textures;

  Piece(Textures textures) {
    this.textures = textures;
  }

  @Override
  public void draw(AlignedFace face, Layer layer, Chance chance) {
    double unit = face.width();
    int point = chance.below(468);
    double x = face.points().x(point) + unit * chance.between(-0.15, 0.15);
    double y = face.points().y(point) + unit * chance.between(-0.15, 0.15);
    double w = unit * chance.logBetween(0.06, 0.5);
    double h = unit * chance.logBetween(0.06, 0.5);
    double angle = chance.between(0, Math.PI);
    double exponent = chance.is(0.5) ? 2 : chance.between(3, 20);
    double soft = chance.is(0.8) ? 1 : chance.between(1, 6);
    Layer.Shape shape = Solids.oval(x, y, w, h, angle, exponent, soft);
    if (chance.is(0.35)) {
      Noise lumps = new Noise(chance);
      double size = Math.min(w, h) * chance.between(0.4, 1.2);
      double far = chance.between(0.1, 0.5) * Math.min(w, h);
      Layer.Shape even = shape;
      shape =
          (px, py) ->
              even.cover(
                  px + far * lumps.at(px / size, py / size),
                  py + far * lumps.at(px / size + 13, py / size + 7));
    }
    layer.draw(shape, textures.any(chance));
  }
}
