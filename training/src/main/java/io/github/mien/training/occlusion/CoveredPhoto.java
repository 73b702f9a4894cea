package io.github.mien.training.occlusion;

import io.github.mien.face.FaceCrop;
import io.github.mien.face.Landmarks;
import io.github.mien.image.Affine;
import io.github.mien.image.Image;
import io.github.mien.reconstruct.Occluder;
import io.github.mien.training.data.LabelledPhoto;
import io.github.mien.training.data.Photos;
import io.github.mien.training.synth.Chance;
import java.io.IOException;
import java.util.Optional;

/**
 * A photo in whose full resolution something was put before the face.
 *
 * @param bare without it
 * @param covered with it
 * @param points of the face
 * @param occluder what is in front
 */
record CoveredPhoto(Image bare, Image covered, Landmarks points, Occluder occluder) {
  private static final int ATTEMPTS = 200;

  /**
   * Puts a thing before the face of a photo so that it hides a certain share of it.
   *
   * @param least share of the face, 0..1
   * @param most likewise
   * @return empty if chance made none of that size
   */
  static Optional<CoveredPhoto> of(
      LabelledPhoto photo, Thing thing, double least, double most, Chance chance)
      throws IOException {
    Image bare = Photos.read(photo.file());
    FaceCrop crop = FaceCrop.of(photo.landmarks());
    AlignedFace face = AlignedFace.cut(bare, photo.landmarks(), crop);
    boolean[] inside = face.inside();
    for (int i = 0; i < ATTEMPTS; i++) {
      Layer layer = new Layer();
      AlignedFace tinted = new AlignedFace(face.picture().copy(), face.points());
      thing.draw(tinted, layer, chance);
      double share = layer.share(inside);
      if (share >= least && share <= most) {
        Image covered = bare.copy();
        lay(layer, crop, covered);
        Occluder occluder = Occluder.of(photo.landmarks(), layer.cover, AlignedFace.SIDE);
        return Optional.of(new CoveredPhoto(bare, covered, photo.landmarks(), occluder));
      }
    }
    return Optional.empty();
  }

  private static void lay(Layer layer, FaceCrop crop, Image picture) {
    int side = AlignedFace.SIDE;
    Affine toCrop = crop.toPicture(side).inverse();
    byte[] data = picture.data();
    for (int y = 0; y < picture.height(); y++) {
      for (int x = 0; x < picture.width(); x++) {
        double u = toCrop.mapX(x, y), v = toCrop.mapY(x, y);
        if (u < 0 || v < 0 || u >= side - 1 || v >= side - 1) {
          continue;
        }
        int i = picture.index(x, y);
        double share = 0;
        double[] colour = new double[3];
        for (int k = 0; k < 4; k++) {
          int column = (int) u + k % 2, row = (int) v + k / 2;
          int at = row * side + column;
          double near = (1 - Math.abs(u - column)) * (1 - Math.abs(v - row)) * layer.cover[at];
          share += near;
          for (int c = 0; c < 3; c++) {
            colour[c] += near * layer.colour[3 * at + c];
          }
        }
        for (int c = 0; c < 3; c++) {
          double level = (1 - share) * (data[i + c] & 0xff) + colour[c];
          data[i + c] = (byte) Math.max(0, Math.min(255, Math.round(level)));
        }
      }
    }
  }
}
