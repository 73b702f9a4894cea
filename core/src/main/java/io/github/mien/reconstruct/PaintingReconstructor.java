package io.github.mien.reconstruct;

import io.github.mien.image.Image;
import io.github.mien.transfer.Motion;
import org.jspecify.annotations.Nullable;

/**
 * Moves a face by other means and then {@linkplain FaceRenderer paints} what that lacks.
 * Thread-safe if both are.
 */
public final class PaintingReconstructor implements Reconstructor {
  private final Reconstructor moving;
  private final FaceRenderer renderer;

  /**
   * @param moving moves the face
   * @param renderer paints over what it made
   */
  public PaintingReconstructor(Reconstructor moving, FaceRenderer renderer) {
    this.moving = moving;
    this.renderer = renderer;
  }

  @Override
  public void reconstruct(FacePhoto target, Motion motion, @Nullable FacePhoto source, Image out) {
    moving.reconstruct(target, motion, source, out);
    if (!motion.isStill()) {
      renderer.paint(motion, out);
    }
  }
}
