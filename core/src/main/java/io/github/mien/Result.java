package io.github.mien;

import io.github.mien.image.Image;
import io.github.mien.image.io.Images;
import io.github.mien.meme.Marks;
import io.github.mien.transfer.Motion;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/**
 * A target that shows another expression.
 *
 * @param image the new picture, of the target's size and channels; the caller's own
 * @param motion the expression wanted, and where each landmark of the target went
 * @param times what planning and painting took
 * @param marks how a file of it says that it was changed by a machine; the image itself has no
 *     marks yet
 */
public record Result(Image image, Motion motion, Map<Stage, Duration> times, Marks marks) {

  /** Copies the times. */
  public Result {
    times = Map.copyOf(times);
  }

  /**
   * Writes the picture, PNG or JPEG by the file's extension, marked as {@link #marks} says: unless
   * the application chose otherwise, its metadata tell programs that a machine changed it. An
   * existing file is replaced only when the new one is complete.
   *
   * @param file where to
   * @return this
   * @throws IOException if it cannot be written
   */
  public Result write(Path file) throws IOException {
    return write(file, marks);
  }

  /**
   * Writes the picture with other marks than the application's own.
   *
   * @param file where to
   * @param chosen {@link Marks#NONE} for none
   * @return this
   * @throws IOException if it cannot be written
   */
  public Result write(Path file, Marks chosen) throws IOException {
    Images.write(chosen.draw(image), file, chosen.metadata());
    return this;
  }
}
