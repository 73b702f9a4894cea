package io.github.mien.reconstruct;

import io.github.mien.face.Face;
import io.github.mien.face.Landmarks;
import io.github.mien.image.Affine;
import io.github.mien.image.Image;
import io.github.mien.image.ImageKernels;
import io.github.mien.image.Rect;
import io.github.mien.transfer.Motion;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what is in front of a face in front and still: the face behind it is filled, moved by
 * another reconstructor, and covered again. Where nothing is in front the other works alone.
 * Thread-safe if what it is made of is.
 */
public final class OcclusionReconstructor implements Reconstructor {
  /** A smaller part of a face than this is not worth the work. */
  private static final double LEAST = 0.004;

  /** What is worked on, in sides of the face's crop; holds all that a move changes. */
  private static final double AROUND = 1.5;

  private final Visibility visibility;
  private final FaceFill fill;
  private final Reconstructor behind;
  private final ImageKernels kernels;

  /**
   * @param visibility says what is in front
   * @param fill paints the face behind that
   * @param behind moves the face
   * @param kernels cut and blur
   */
  public OcclusionReconstructor(
      Visibility visibility, FaceFill fill, Reconstructor behind, ImageKernels kernels) {
    this.visibility = visibility;
    this.fill = fill;
    this.behind = behind;
    this.kernels = kernels;
  }

  @Override
  public void reconstruct(FacePhoto target, Motion motion, @Nullable FacePhoto source, Image out) {
    if (Stillness.of(motion)) {
      return;
    }
    Landmarks face = target.face().landmarks();
    Occluder occluder = visibility.find(target);
    Rect area = area(occluder, target.image());
    if (area.isEmpty() || occluder.hidden(face) < LEAST) {
      behind.reconstruct(target, motion, source, out);
      return;
    }
    Affine shift = new Affine(1, 0, -area.x(), 0, 1, -area.y());
    Occluder shifted = occluder.shifted(-area.x(), -area.y());
    Image seen = target.image().view(area);
    Image cut = shifted.cut(seen, kernels);
    Front front = Front.of(shifted, cut, kernels);
    Image bare = seen.copy();
    fill.paint(face.map(shift), shifted, front, cut, bare);
    Image moved = out.view(area);
    bare.copyTo(moved);
    behind.reconstruct(
        new FacePhoto(bare, mapped(target.face(), shift)), mapped(motion, shift), source, moved);
    front.putBack(seen, moved);
  }

  /** The upright box of the surroundings within a picture. */
  private static Rect area(Occluder occluder, Image picture) {
    double angle = occluder.crop().angle();
    double reach = Math.abs(Math.cos(angle)) + Math.abs(Math.sin(angle));
    double half = AROUND * occluder.crop().side() / 2 * reach;
    int left = (int) Math.floor(Math.max(-1e6, occluder.crop().centerX() - half));
    int top = (int) Math.floor(Math.max(-1e6, occluder.crop().centerY() - half));
    int side = (int) Math.ceil(Math.min(1e6, 2 * half)) + 1;
    return new Rect(left, top, side, side).intersection(picture.bounds());
  }

  private static Face mapped(Face face, Affine shift) {
    return new Face(
        face.detection(), face.landmarks().map(shift), face.presence(), face.features());
  }

  private static Motion mapped(Motion motion, Affine shift) {
    return new Motion(motion.wanted(), motion.from().map(shift), motion.to().map(shift));
  }
}
