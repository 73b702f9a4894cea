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
    return new ComposedPicture(
        picture.mirrored(), faces.stream().map(f -> f.mirrored(width)).toList());
  }
}
