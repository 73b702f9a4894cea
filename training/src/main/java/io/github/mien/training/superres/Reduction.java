package io.github.mien.training.superres;

import io.github.mien.image.Image;
import io.github.mien.image.Rect;

/** What super-resolution is asked to undo. */
final class Reduction {
  private Reduction() {}

  /** The part of a picture whose sides are multiples of {@link SuperResolutionNet#FACTOR}. */
  static Image whole(Image picture) {
    int factor = SuperResolutionNet.FACTOR;
    return picture.view(
        new Rect(0, 0, picture.width() / factor * factor, picture.height() / factor * factor));
  }

  /** A bicubic reduction by a whole factor. */
  static Image by(int factor, Image picture) {
    return Bicubic.resize(picture, picture.width() / factor, picture.height() / factor);
  }
}
