package io.github.mien.samples;

import io.github.mien.Mien;
import io.github.mien.image.Image;
import io.github.mien.image.io.Images;
import java.awt.image.BufferedImage;
import java.io.InputStream;

/** Pictures that come from and go to memory. */
public final class FromMemory {
  private FromMemory() {}

  /**
   * Gives a face the expression of another.
   *
   * @param upload bytes of a picture file, such as those of a request
   * @param portrait whose face is changed
   */
  public static BufferedImage transfer(Mien mien, InputStream upload, BufferedImage portrait)
      throws Exception {
    // README: from memory
    Image source = Images.read(upload); // a byte[] or a Path as well
    Image target = Images.from(portrait);
    Image result = mien.transfer(source, target).result().image();
    return Images.toBufferedImage(result);
    // README: end
  }
}
