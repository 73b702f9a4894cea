package io.github.mien.meme;

import io.github.mien.image.io.Images;
import java.io.IOException;
import java.nio.file.Path;

/**
 * A finished file.
 *
 * @param bytes the whole file; shared, not copied
 * @param kind what it is
 * @param frames how many frames it was given, at most; those that show the same are stored as one
 * @param settings in words, what had to be given up to meet the limits
 */
public record Sticker(byte[] bytes, StickerKind kind, int frames, String settings) {

  /**
   * Writes the file.
   *
   * @param file any name, best with the extension of the {@link StickerKind}, in a folder that
   *     exists
   * @throws io.github.mien.image.io.ImageWriteException if it cannot be written; an older one is
   *     then still there
   */
  public void write(Path file) throws IOException {
    Images.write(bytes, file);
  }
}
