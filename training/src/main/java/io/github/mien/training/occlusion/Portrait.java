package io.github.mien.training.occlusion;

import io.github.mien.face.FaceCrop;
import io.github.mien.face.Landmarks;
import io.github.mien.image.Affine;
import io.github.mien.image.Image;
import io.github.mien.image.ImageKernels;
import io.github.mien.training.data.LabelledPhoto;
import io.github.mien.training.data.Photos;
import java.io.IOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A photo reduced to the surroundings of its face.
 *
 * @param picture square
 * @param points in its pixels
 * @param bare whether the person is known to wear no glasses
 * @param own what the photo itself shows in front of the face, of the picture's size, grey levels
 *     of 0..255; null where nobody looked
 */
record Portrait(Image picture, Landmarks points, boolean bare, @Nullable Image own) {
  private static final int SIDE = 352;
  private static final double AROUND = 1.35;

  /** Photos for which people took their glasses off. */
  private static final Set<String> STUDIO = Set.of("london", "canada", "composite");

  static Portrait read(LabelledPhoto photo) throws IOException {
    FaceCrop face = FaceCrop.of(photo.landmarks());
    FaceCrop around =
        new FaceCrop(face.centerX(), face.centerY(), AROUND * face.side(), face.angle());
    Image picture = Image.create(SIDE, SIDE, 3);
    around.cut(Photos.read(photo.file()), ImageKernels.java(), picture);
    Affine toPhoto = around.toPicture(SIDE);
    return new Portrait(
        picture, photo.landmarks().map(toPhoto.inverse()), STUDIO.contains(photo.set()), null);
  }

  /** As the pipeline cuts it. */
  AlignedFace aligned() {
    return AlignedFace.cut(picture, points, FaceCrop.of(points));
  }
}
