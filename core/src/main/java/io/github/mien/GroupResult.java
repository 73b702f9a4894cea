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
 * A group some of whose faces show another expression.
 *
 * @param image the new picture, of the photo's size and channels; the caller's own
 * @param motions what each face that was asked to change did, by its place from left to right
 * @param times what planning and painting took
 * @param marks how a file of it says that it was changed by a machine; the image itself has no
 *     marks yet
 */
public record GroupResult(
    Image image, Map<Integer, Motion> motions, Map<Stage, Duration> times, Marks marks) {

  /** Copies the maps. */
  public GroupResult {
    motions = Map.copyOf(motions);
    times = Map.copyOf(times);
  }

  /**
   * Writes the picture, PNG or JPEG by the file's extension, marked as {@link #marks} says. An
   * existing file is replaced only when the new one is complete.
   *
   * @param file where to
   * @return this
   * @throws IOException if it cannot be written
   */
  public GroupResult write(Path file) throws IOException {
    Images.write(marks.draw(image), file, marks.metadata());
    return this;
  }
}
