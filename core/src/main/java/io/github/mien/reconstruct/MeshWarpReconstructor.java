package io.github.mien.reconstruct;

import io.github.mien.image.Image;
import io.github.mien.image.ImageKernels;
import io.github.mien.image.Rect;
import io.github.mien.transfer.Motion;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Moves a face by its mesh: a dense backward field, smooth and still at its border, through which
 * the target is resampled once. What the lips uncover comes from the source's mouth where that
 * shows one, and is a shaded cavity otherwise. Thread-safe.
 */
public final class MeshWarpReconstructor implements Reconstructor {
  /** Moves below this many pixels cannot be seen. */
  private static final double STILL = 1e-3;

  private final ImageKernels kernels;

  /**
   * @param kernels what resamples
   */
  public MeshWarpReconstructor(ImageKernels kernels) {
    this.kernels = Objects.requireNonNull(kernels, "kernels");
  }

  @Override
  public void reconstruct(FacePhoto target, Motion motion, @Nullable FacePhoto source, Image out) {
    WarpMesh mesh = WarpMesh.of(motion.from(), motion.to());
    Rect area = mesh.area(out.bounds());
    if (mesh.largestShift() < STILL || area.isEmpty()) {
      return;
    }
    DisplacementField field = new DisplacementField(area);
    mesh.draw(field);
    float[] mapX = field.dx();
    float[] mapY = field.dy();
    int at = 0;
    for (int y = area.y(); y < area.bottom(); y++) {
      for (int x = area.x(); x < area.right(); x++, at++) {
        mapX[at] += x;
        mapY[at] += y;
      }
    }
    kernels.remap(target.image(), mapX, mapY, out, area);
    MouthLayer.paint(target.image(), motion, source, kernels, out);
  }
}
