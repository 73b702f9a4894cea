package io.github.mien.training.occlusion;

import io.github.mien.training.synth.Chance;

/** A cup held before the face, with its handle. The network never learnt what a cup is. */
final class Cup implements Thing {
  private final Textures textures;

  Cup(Textures textures) {
    this.textures = textures;
  }

  @Override
  public void draw(AlignedFace face, Layer layer, Chance chance) {
    double unit = face.width();
    int[] near = {13, 17, 152, 205, 425, 1, 50, 280};
    int point = near[chance.below(near.length)];
    double x = face.points().x(point) + unit * chance.between(-0.15, 0.15);
    double y = face.points().y(point) + unit * chance.between(0, 0.3);
    double w = unit * chance.between(0.22, 0.42);
    double h = w * chance.between(0.9, 1.4);
    double taper = chance.between(0, 0.25);
    double flat = chance.between(0.15, 0.35) * w;
    Layer.Shader surface = textures.any(chance);
    double side = chance.is(0.5) ? 1 : -1;
    layer.draw(Solids.ring(x + side * w, y, 0.42 * w, 0.5 * h, 0, 2.2, 0.16 * w), surface);
    double[] body = {
      x - w, y - h, x + w, y - h, x + w * (1 - taper), y + h, x - w * (1 - taper), y + h
    };
    layer.draw(
        Solids.polygon(body),
        (px, py, out) -> {
          surface.shade(px, py, out);
          double at = (px - x) / w;
          Solids.lit(out.clone(), 1.1 - 0.5 * at * at, out);
        });
    layer.draw(Solids.oval(x, y + h, w * (1 - taper), flat, 0, 2, 1), surface);
    layer.draw(Solids.oval(x, y - h, w, flat, 0, 2, 1), textures.plain(chance));
  }
}
