package io.github.mien.training.occlusion;

import io.github.mien.face.FaceMesh;
import io.github.mien.face.Landmarks;
import io.github.mien.training.synth.Chance;
import java.util.ArrayList;
import java.util.List;

/** A mask or scarf over mouth and chin, sometimes over the nose. */
final class Cloth implements Thing {
  private static final int FIRST = 8;
  private static final int LAST = 28;

  private final Textures textures;

  Cloth(Textures textures) {
    this.textures = textures;
  }

  @Override
  public void draw(AlignedFace face, Layer layer, Chance chance) {
    Landmarks p = face.points();
    int[] outline = FaceMesh.outline();
    int skip = chance.below(4);
    double grow = chance.between(1.0, 1.1);
    double cx = p.x(13), cy = p.y(13);
    List<Double> xy = new ArrayList<>();
    for (int i = FIRST + skip; i <= LAST - skip; i++) {
      xy.add(cx + grow * (p.x(outline[i]) - cx));
      xy.add(cy + grow * (p.y(outline[i]) - cy));
    }
    int[] tops = {197, 195, 5, 4, 2, 164};
    int top = tops[chance.below(tops.length)];
    xy.add(p.x(top) - 0.07 * face.width());
    xy.add((double) p.y(top) + 1);
    xy.add((double) p.x(top));
    xy.add((double) p.y(top));
    xy.add(p.x(top) + 0.07 * face.width());
    xy.add((double) p.y(top) + 1);
    double[] polygon = xy.stream().mapToDouble(Double::doubleValue).toArray();
    Layer.Shader surface = chance.is(0.6) ? textures.plain(chance) : textures.any(chance);
    Noise folds = new Noise(chance);
    double deep = chance.between(0, 0.3);
    double close = chance.between(4, 14);
    double round = chance.between(0, 0.5);
    layer.draw(
        Solids.polygon(polygon),
        (x, y, out) -> {
          surface.shade(x, y, out);
          double side = (x - cx) / (0.5 * face.width());
          double light = 1 + deep * folds.at(x / (4 * close), y / close) - round * side * side;
          Solids.lit(out.clone(), light, out);
        });
    if (chance.is(0.5)) {
      Layer.Shader thread = textures.plain(chance);
      for (int k = 0; k < 2; k++) {
        int ear = k == 0 ? 127 : 356;
        int from = k == 0 ? outline[LAST - skip] : outline[FIRST + skip];
        Solids.rod(
            layer,
            p.x(from),
            p.y(from),
            1,
            p.x(ear),
            p.y(ear),
            1,
            (x, y, at, out) -> thread.shade(x, y, out));
      }
    }
  }
}
