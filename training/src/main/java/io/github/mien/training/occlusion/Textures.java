package io.github.mien.training.occlusion;

import io.github.mien.face.FaceCrop;
import io.github.mien.image.Image;
import io.github.mien.image.ImageKernels;
import io.github.mien.training.synth.Chance;
import io.github.mien.training.synth.RandomCrop;
import io.github.mien.training.synth.Texture;
import java.util.ArrayList;
import java.util.List;

/** Surfaces of things: pieces of photos, drawn textures, plain colours that fade. */
final class Textures {
  private static final int DRAWN = 60;

  private final List<Image> scenes;
  private final List<Image> drawn = new ArrayList<>();

  /**
   * @param scenes photos without people
   */
  Textures(List<Image> scenes, Chance chance) {
    this.scenes = scenes;
    for (int i = 0; i < DRAWN; i++) {
      Image picture = Image.create(AlignedFace.SIDE, AlignedFace.SIDE, 3);
      Texture.paint(picture, chance);
      drawn.add(picture);
    }
  }

  /** A surface that covers the whole square. */
  Layer.Shader any(Chance chance) {
    double kind = chance.between(0, 1);
    if (kind < 0.35) {
      return plain(chance);
    }
    Image from = chance.pick(kind < 0.65 ? drawn : scenes);
    Image square = Image.create(AlignedFace.SIDE, AlignedFace.SIDE, 3);
    FaceCrop crop = RandomCrop.of(from, chance.random());
    crop.cut(from, ImageKernels.java(), square);
    return (x, y, out) -> {
      int i = square.index(x, y);
      for (int c = 0; c < 3; c++) {
        out[c] = square.data()[i + c] & 0xff;
      }
    };
  }

  /** One colour, fading in a direction, a little rough. */
  Layer.Shader plain(Chance chance) {
    int[] any = chance.colour();
    double grey = chance.between(0, 1);
    double level = chance.between(5, 250);
    double[] colour = new double[3];
    for (int c = 0; c < 3; c++) {
      colour[c] = any[c] + grey * (level - any[c]);
    }
    double angle = chance.between(0, 2 * Math.PI);
    double slope = chance.between(0, 0.5) / AlignedFace.SIDE;
    double dx = slope * Math.cos(angle), dy = slope * Math.sin(angle);
    double rough = chance.is(0.5) ? 0 : chance.between(0, 0.12);
    double scale = chance.logBetween(1, 12);
    Noise noise = new Noise(chance);
    return (x, y, out) ->
        Solids.lit(
            colour,
            1 + dx * (x - 128) + dy * (y - 128) + rough * noise.at(x / scale, y / scale),
            out);
  }
}
