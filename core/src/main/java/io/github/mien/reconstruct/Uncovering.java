package io.github.mien.reconstruct;

import io.github.mien.face.Landmarks;
import io.github.mien.image.Affine;
import io.github.mien.image.Image;
import io.github.mien.image.ImageKernels;
import io.github.mien.image.Rect;

/**
 * Finds what is in front of a face and paints the face behind that, once for any number of moves.
 * Thread-safe if what it is made of is.
 */
public final class Uncovering {
  /** A smaller part of a face than this is not worth the work. */
  private static final double LEAST = 0.004;

  /** What is worked on, in sides of the face's crop; holds all that a move changes. */
  private static final double AROUND = 1.5;

  private final Visibility visibility;
  private final FaceFill fill;
  private final ImageKernels kernels;

  /**
   * @param visibility says what is in front
   * @param fill paints the face behind that
   * @param kernels cut and blur
   */
  public Uncovering(Visibility visibility, FaceFill fill, ImageKernels kernels) {
    this.visibility = visibility;
    this.fill = fill;
    this.kernels = kernels;
  }

  /**
   * Looks at a face.
   *
   * @param target the photo, read only and shared, and the face in it
   */
  public UncoveredFace of(FacePhoto target) {
    Landmarks face = target.face().landmarks();
    Occluder occluder = visibility.find(target);
    Rect area = area(occluder, target.image());
    if (area.isEmpty() || occluder.hidden(face) < LEAST) {
      return UncoveredFace.asItIs(target);
    }
    Affine shift = new Affine(1, 0, -area.x(), 0, 1, -area.y());
    Occluder shifted = occluder.shifted(-area.x(), -area.y());
    Image seen = target.image().view(area);
    Image cut = shifted.cut(seen, kernels);
    Front front = Front.of(shifted, cut, kernels);
    Image bare = seen.copy();
    fill.paint(face.map(shift), shifted, front, cut, bare);
    return UncoveredFace.behind(target, area, bare, front.cover(seen));
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
}
