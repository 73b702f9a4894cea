package io.github.mien.training.detector;

import io.github.mien.image.Image;
import java.util.List;

/**
 * @param picture RGB
 * @param faces all faces in it
 */
record ComposedPicture(Image picture, List<LabelledFace> faces) {

  /** The mirror image. */
  ComposedPicture mirrored() {
    int width = picture.width();
    Image mirror = Image.create(width, picture.height(), 3);
    for (int y = 0; y < picture.height(); y++) {
      for (int x = 0; x < width; x++) {
        System.arraycopy(
            picture.data(), picture.index(x, y), mirror.data(), mirror.index(width - 1 - x, y), 3);
      }
    }
    return new ComposedPicture(mirror, faces.stream().map(f -> f.mirrored(width)).toList());
  }
}
