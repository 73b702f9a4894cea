package io.github.mien.training.matte;

import io.github.mien.image.Image;
import io.github.mien.image.ImageKernels;
import io.github.mien.training.synth.Chance;
import io.github.mien.training.synth.RandomCrop;
import io.github.mien.training.synth.Texture;
import java.util.List;

/** What a white shirt is turned into: other colours, patterns, a jacket with a shirt and a tie. */
final class Garment {
  private static final int SIDE = Person.SIDE;
  private static final int CHIN = 152;

  private final Image outer;
  private final boolean jacket;
  private final int[] shirt;
  private final int[] tie;
  private final boolean wearsTie;
  private final double opening;
  private final double tieWidth;

  private final double middle;
  private final double chin;
  private final double width;

  private Garment(Image outer, Person person, Chance chance) {
    this.outer = outer;
    this.middle = person.points().x(CHIN);
    this.chin = person.points().y(CHIN);
    this.width = person.points().bounds().width();
    this.jacket = chance.is(0.4);
    this.shirt = chance.is(0.6) ? new int[] {240, 240, 240} : chance.colour();
    this.tie = chance.colour();
    this.wearsTie = chance.is(0.6);
    this.opening = chance.between(0.15, 0.45);
    this.tieWidth = chance.between(0.05, 0.1);
  }

  /**
   * @param person wears it
   */
  static Garment any(Person person, List<Image> scenes, Chance chance) {
    Image outer = Image.create(SIDE, SIDE, 3);
    double kind = chance.between(0, 1);
    if (kind < 0.25) {
      Texture.paint(outer, chance);
    } else if (kind < 0.4) {
      Image scene = chance.pick(scenes);
      RandomCrop.of(scene, chance.random()).cut(scene, ImageKernels.java(), outer);
    } else {
      int[] colour = plain(chance);
      for (int i = 0; i < outer.data().length; i++) {
        outer.data()[i] = (byte) colour[i % 3];
      }
    }
    return new Garment(outer, person, chance);
  }

  /** Often dark, grey or white, as clothes are. */
  private static int[] plain(Chance chance) {
    double kind = chance.between(0, 1);
    int[] colour = chance.colour();
    double light = kind < 0.45 ? chance.between(0.1, 0.35) : 1;
    double grey = kind < 0.7 ? chance.between(0.4, 1) : 0;
    if (kind > 0.88) {
      return new int[] {250, 250, 250};
    }
    int mean = (colour[0] + colour[1] + colour[2]) / 3;
    for (int c = 0; c < 3; c++) {
      colour[c] = (int) (light * (colour[c] + grey * (mean - colour[c])));
    }
    return colour;
  }

  /**
   * The colour of a place.
   *
   * @param x column; beyond the picture, patterns repeat
   * @param y row
   * @param shade how light the white shirt is there, 0..1
   * @param out red, green and blue of 0..255, overwritten
   */
  void colour(double x, double y, double shade, double[] out) {
    double u = Math.abs(x - middle) / width;
    double v = (y - chin) / width;
    int at = outer.index(Math.floorMod((int) x, SIDE), Math.floorMod((int) y, SIDE));
    boolean inTie = jacket && wearsTie && u < tieWidth + 0.05 * Math.max(0, v);
    boolean inShirt = jacket && u < opening * (1.15 - v);
    for (int c = 0; c < 3; c++) {
      int level = outer.data()[at + c] & 0xff;
      out[c] = shade * (inTie ? tie[c] : inShirt ? shirt[c] : level);
    }
  }
}
