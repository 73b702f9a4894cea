package io.github.mien.reconstruct;

import io.github.mien.face.Landmarks;
import io.github.mien.image.Image;
import io.github.mien.image.ImageKernels;
import io.github.mien.image.Rect;
import io.github.mien.transfer.Motion;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Moves a face by its mesh: a dense backward field, smooth and still at its border, through which
 * the target is resampled once. Eyeballs turn behind their lids. What the lips uncover comes from
 * the source's mouth where that shows one; teeth of average shape before a shaded cavity otherwise.
 * Thread-safe.
 */
public final class MeshWarpReconstructor implements Reconstructor {
  /** Points of the field across a face, about. */
  private static final double FIELD_WIDTH = 200;

  /** Standard deviation of the field's smoothing as a share of the face's width. */
  private static final double SMOOTHING = 1.2 / 320;

  /** Rows that are mapped at once. */
  private static final int BAND = 64;

  private final ImageKernels kernels;
  private final boolean shades;

  /**
   * @param kernels what resamples
   */
  public MeshWarpReconstructor(ImageKernels kernels) {
    this(kernels, true);
  }

  private MeshWarpReconstructor(ImageKernels kernels, boolean shades) {
    this.kernels = Objects.requireNonNull(kernels, "kernels");
    this.shades = shades;
  }

  /** One that leaves the skin's shading as it is, without the folds and cheeks of a smile. */
  public static MeshWarpReconstructor withoutShading(ImageKernels kernels) {
    return new MeshWarpReconstructor(kernels, false);
  }

  @Override
  public void reconstruct(FacePhoto target, Motion motion, @Nullable FacePhoto source, Image out) {
    // Settling moves lips that touch: a face that is to stay as it is must not get there.
    if (motion.isStill()) {
      return;
    }
    Landmarks from = motion.from();
    Landmarks to = ShownPoints.of(motion);
    Landmarks held = UpperLid.held(from, to);
    WarpMesh mesh = WarpMesh.of(from, held);
    Rect area = mesh.area(out.bounds());
    if (area.isEmpty()) {
      return;
    }
    moveSkin(target.image(), mesh, area, from.bounds().width(), out);
    if (shades) {
      SmileShade.paint(from, to, kernels, out);
    }
    EyeLayer.paint(target.image(), from, to, kernels, out);
    UpperLid.paint(from, held, to, out);
    MouthLayer.paint(target.image(), from, to, source, kernels, out);
  }

  private void moveSkin(Image target, WarpMesh mesh, Rect area, double faceWidth, Image out) {
    int step = (int) Math.max(1, Math.ceil(faceWidth / FIELD_WIDTH));
    DisplacementField field = new DisplacementField(area, step);
    mesh.draw(field);
    field.smooth(kernels, SMOOTHING * faceWidth);
    float[] mapX = new float[area.width() * Math.min(BAND, area.height())];
    float[] mapY = new float[mapX.length];
    for (int y = area.y(); y < area.bottom(); y += BAND) {
      Rect part = field.moving(y, Math.min(BAND, area.bottom() - y));
      if (!part.isEmpty()) {
        field.read(part, mapX, mapY);
        mesh.drawCuts(part, mapX, mapY);
        kernels.remap(target, mapX, mapY, out, part);
      }
    }
  }
}
