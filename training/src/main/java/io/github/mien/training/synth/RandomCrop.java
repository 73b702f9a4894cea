package io.github.mien.training.synth;

import io.github.mien.face.FaceCrop;
import io.github.mien.image.Image;
import java.util.SplittableRandom;

/** Squares of a picture at random places, sizes and angles. */
public final class RandomCrop {
  private RandomCrop() {}

  /** A square of a tenth to nine tenths of the picture's smaller side, inside it if upright. */
  public static FaceCrop of(Image picture, SplittableRandom random) {
    double side = Math.min(picture.width(), picture.height()) * random.nextDouble(0.1, 0.9);
    double x = side / 2 + random.nextDouble() * (picture.width() - side);
    double y = side / 2 + random.nextDouble() * (picture.height() - side);
    return new FaceCrop(x, y, side, random.nextDouble(-0.6, 0.6));
  }
}
