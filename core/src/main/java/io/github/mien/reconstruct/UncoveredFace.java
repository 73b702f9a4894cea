package io.github.mien.reconstruct;

import io.github.mien.face.Face;
import io.github.mien.image.Affine;
import io.github.mien.image.Image;
import io.github.mien.image.Rect;
import io.github.mien.transfer.Motion;
import org.jspecify.annotations.Nullable;

/**
 * A face of a photo and, apart from it, what is in front of it; where nothing is, the photo as it
 * is. Moving it costs what moving any face costs, and laying what is in front over it. Immutable,
 * and thread-safe while nobody writes to the photo.
 */
public final class UncoveredFace {
  private final FacePhoto target;
  private final @Nullable Layers layers;

  /**
   * What makes up the surroundings of a face.
   *
   * @param area where they are in the photo
   * @param bare the face, filled, in a picture of that size
   * @param cover which pixels of that size are in front
   */
  private record Layers(Rect area, Image bare, Cover cover) {}

  private UncoveredFace(FacePhoto target, @Nullable Layers layers) {
    this.target = target;
    this.layers = layers;
  }

  /** One with nothing in front. */
  public static UncoveredFace asItIs(FacePhoto target) {
    return new UncoveredFace(target, null);
  }

  static UncoveredFace behind(FacePhoto target, Rect area, Image bare, Cover cover) {
    return new UncoveredFace(target, new Layers(area, bare, cover));
  }

  /** Whether anything is in front of the face. */
  public boolean isCovered() {
    return layers != null;
  }

  /**
   * Moves the face behind what is in front of it.
   *
   * @param behind moves the face
   * @param motion where its points go, in the photo's coordinates
   * @param source see {@link Reconstructor#reconstruct}
   * @param out likewise
   */
  public void reconstruct(
      Reconstructor behind, Motion motion, @Nullable FacePhoto source, Image out) {
    if (layers == null) {
      behind.reconstruct(target, motion, source, out);
      return;
    }
    Rect area = layers.area;
    Affine shift = new Affine(1, 0, -area.x(), 0, 1, -area.y());
    Image moved = out.view(area);
    layers.bare.copyTo(moved);
    FacePhoto bare = new FacePhoto(layers.bare, mapped(target.face(), shift));
    behind.reconstruct(bare, mapped(motion, shift), source, moved);
    layers.cover.putBack(target.image().view(area), moved);
  }

  private static Face mapped(Face face, Affine shift) {
    return new Face(
        face.detection(), face.landmarks().map(shift), face.presence(), face.features());
  }

  private static Motion mapped(Motion motion, Affine shift) {
    return new Motion(motion.wanted(), motion.from().map(shift), motion.to().map(shift));
  }
}
