package io.github.mien.reconstruct;

import io.github.mien.image.Image;
import io.github.mien.transfer.Motion;
import org.jspecify.annotations.Nullable;

/** Makes the picture in which a target's face has moved. Thread-safe. */
public interface Reconstructor {

  /**
   * @param target the photo and the face to change; read only
   * @param motion where its points go
   * @param source the photo that the expression comes from, whose mouth may be shown where the
   *     target's opens; null if there is none
   * @param out of the target's size and channels, holding the target's pixels: only the face and
   *     its surroundings are written (nothing farther from the box around the face than the box is
   *     wide and high), all else stays as it is
   */
  void reconstruct(FacePhoto target, Motion motion, @Nullable FacePhoto source, Image out);
}
