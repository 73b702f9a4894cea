package io.github.mien.benchmarks;

import io.github.mien.image.Image;
import io.github.mien.image.ImageKernels;
import io.github.mien.image.Rect;
import io.github.mien.image.io.Images;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The sample faces, at the sizes that people ask about. */
final class Portraits {
  private Portraits() {}

  /**
   * A sample face as a square picture.
   *
   * @param name of the file among the sample faces
   * @param side pixels
   */
  static Image square(String name, int side) {
    try (InputStream bytes = Portraits.class.getResourceAsStream("/faces/" + name)) {
      if (bytes == null) {
        throw new IllegalStateException("no sample face " + name + " on the class path");
      }
      Image scaled = Image.create(side, side, 3);
      ImageKernels.java().resize(Images.read(bytes), scaled);
      return scaled;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A 4000 by 3000 photo, the sample face 1,600 pixels high in the middle of it. */
  static Image twelveMegapixels(String name) {
    Image photo = Image.create(4000, 3000, 3);
    java.util.Arrays.fill(photo.data(), (byte) 0xd0);
    square(name, 2800).copyTo(photo.view(new Rect(600, 100, 2800, 2800)));
    return photo;
  }
}
