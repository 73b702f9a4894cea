package io.github.mien.reconstruct;

import io.github.mien.image.Image;
import io.github.mien.transfer.Motion;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what is in front of a face in front and still: the face behind it is filled, moved by
 * another reconstructor, and covered again. Where nothing is in front the other works alone.
 * Thread-safe if what it is made of is. Who moves a face more than once lets {@link Uncovering}
 * look at it once.
 */
public final class OcclusionReconstructor implements Reconstructor {
  private final Uncovering uncovering;
  private final Reconstructor behind;

  /**
   * @param uncovering finds what is in front and fills the face behind that
   * @param behind moves the face
   */
  public OcclusionReconstructor(Uncovering uncovering, Reconstructor behind) {
    this.uncovering = uncovering;
    this.behind = behind;
  }

  @Override
  public void reconstruct(FacePhoto target, Motion motion, @Nullable FacePhoto source, Image out) {
    if (!motion.isStill()) {
      uncovering.of(target).reconstruct(behind, motion, source, out);
    }
  }
}
