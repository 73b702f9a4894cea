package io.github.mien.training.occlusion;

import io.github.mien.image.Image;
import io.github.mien.training.synth.Chance;
import java.util.List;

/** What comes in front of faces, each kind as often as it should be learnt. */
final class Things {
  private final List<Thing> kinds;

  private final double[] shares;

  private Things(List<Thing> kinds, double... shares) {
    this.kinds = kinds;
    this.shares = shares;
  }

  /**
   * For training.
   *
   * @param scenes for surfaces
   * @param skins faces whose skin hands may have
   */
  static Things learnt(List<Image> scenes, List<AlignedFace> skins, Chance chance) {
    Textures textures = new Textures(scenes, chance);
    return new Things(
        List.of(
            new Hand(skins),
            new Glasses(),
            new Microphone(),
            new Strands(),
            new Piece(textures),
            new Cloth(textures),
            new Phone(textures)),
        0.26,
        0.24,
        0.06,
        0.14,
        0.18,
        0.05,
        0.07);
  }

  /** One of them. */
  Thing any(Chance chance) {
    double at = chance.between(0, 1);
    for (int i = 0; i < shares.length; i++) {
      at -= shares[i];
      if (at < 0) {
        return kinds.get(i);
      }
    }
    return kinds.get(0);
  }
}
