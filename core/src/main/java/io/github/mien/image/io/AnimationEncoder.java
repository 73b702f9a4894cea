package io.github.mien.image.io;

import io.github.mien.image.Animation;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Writes animations in one format. Keeps no more than a few frames in memory, however many there
 * are. Immutable and thread-safe.
 */
public sealed interface AnimationEncoder
    permits GifEncoder, ApngEncoder, WebpEncoder, VideoEncoder {

  /**
   * Writes a whole animation. Pictures that show the same as the one before prolong it; only what
   * changes from one to the next is stored. A GIF, PNG, WebP or MP4 holds the animation's metadata.
   *
   * @param animation gone through once or twice
   * @param out not closed
   * @throws IOException if the animation has no frame, its frames cannot be had, or writing fails
   */
  void encode(Animation animation, OutputStream out) throws IOException;
}
