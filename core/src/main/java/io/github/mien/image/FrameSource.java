package io.github.mien.image;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Frames one after another, from the first to the last, none kept: a file that is decoded, a face
 * that is drawn. For one thread.
 */
public interface FrameSource extends AutoCloseable {

  /**
   * The next frame, or null after the last.
   *
   * @return a frame whose pixels are only good until the next call: a source may draw all frames on
   *     one picture
   * @throws IOException if it cannot be had
   */
  @Nullable Frame next() throws IOException;

  /** Lets go of what the source holds; closing twice is fine. */
  @Override
  default void close() throws IOException {}
}
