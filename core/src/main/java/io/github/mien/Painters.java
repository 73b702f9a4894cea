package io.github.mien;

import io.github.mien.reconstruct.FacePhoto;
import io.github.mien.reconstruct.OcclusionReconstructor;
import io.github.mien.reconstruct.Reconstructor;
import io.github.mien.reconstruct.UncoveredFace;
import io.github.mien.reconstruct.Uncovering;
import org.jspecify.annotations.Nullable;

/**
 * What makes the pixels.
 *
 * @param uncovering finds what is in front of faces; null to look for nothing
 * @param still moves faces of single pictures
 * @param moving moves faces of animations, frame by frame
 * @param turning turns what that drew: runs no network
 */
record Painters(
    @Nullable Uncovering uncovering,
    Reconstructor still,
    Reconstructor moving,
    Reconstructor turning) {

  /** All by one: the application's own, or Mien's. */
  static Painters of(Reconstructor reconstructor) {
    return new Painters(null, reconstructor, reconstructor, reconstructor);
  }

  /** Looks at a face before it is moved. */
  UncoveredFace uncovered(FacePhoto target) {
    return uncovering == null ? UncoveredFace.asItIs(target) : uncovering.of(target);
  }

  /** Moves faces of single pictures that nobody looked at before. */
  Reconstructor whole() {
    return uncovering == null ? still : new OcclusionReconstructor(uncovering, still);
  }
}
