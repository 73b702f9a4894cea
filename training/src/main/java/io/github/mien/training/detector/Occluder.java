package io.github.mien.training.detector;

import io.github.mien.face.Box;
import io.github.mien.image.Affine;
import io.github.mien.image.Image;
import io.github.mien.training.synth.Chance;
import java.util.List;

/** Hides a part of a face: a hand's worth of some texture, dark glasses, a mask. */
final class Occluder {
  private final List<Image> textures;

  Occluder(List<Image> textures) {
    this.textures = textures;
  }

  void hidePartOf(LabelledFace face, Canvas canvas, Chance chance) {
    Box box = face.box();
    if (chance.is(0.25)) {
      glasses(face, canvas, chance);
      return;
    }
    double w = box.width() * chance.between(0.1, 0.28);
    double h = box.height() * chance.between(0.08, 0.24);
    double x = chance.between(box.x0(), box.x1());
    double y = chance.between(box.y0() + 0.15 * box.height(), box.y1());
    Shape shape = Shape.in(new Box(x - w, y - h, x + w, y + h), chance);
    if (chance.is(0.5)) {
      canvas.paint(chance.colour(), shape);
    } else {
      Image texture = chance.pick(textures);
      double scale = chance.between(0.3, 1);
      double fromX = chance.between(0, texture.width());
      double fromY = chance.between(0, texture.height());
      Affine map = new Affine(scale, 0, x - scale * fromX, 0, scale, y - scale * fromY);
      canvas.paint(texture, map, shape.map(map.inverse()));
    }
  }

  private static void glasses(LabelledFace face, Canvas canvas, Chance chance) {
    float[] p = face.points();
    double between = Math.hypot(p[2] - p[0], p[3] - p[1]);
    int dark = chance.below(70);
    double w = between * chance.between(0.3, 0.48);
    double h = between * chance.between(0.2, 0.36);
    double exponent = chance.between(2, 6);
    for (int k = 0; k < 4; k += 2) {
      canvas.paint(
          new int[] {dark, dark, dark + chance.below(20)},
          new Shape(p[k] - 0.5, p[k + 1] - 0.5, w, h, h, exponent, 0.08));
    }
  }
}
