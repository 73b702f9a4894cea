package io.github.mien.training.refiner;

import io.github.mien.encode.LandmarkExpressionEncoder;
import io.github.mien.face.FaceCrop;
import io.github.mien.face.Landmarks;
import io.github.mien.image.Affine;
import io.github.mien.image.Image;
import io.github.mien.image.ImageKernels;
import io.github.mien.training.data.Complexion;
import io.github.mien.training.data.LabelledPhoto;
import io.github.mien.training.data.Photos;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A face, what a landmarker reads from it, and what its points mean.
 *
 * @param picture upright square around the face
 * @param landmarks the labels, in its pixels
 * @param readings the landmarker's points, from different crops
 * @param readingErrors what the readings' errors are multiplied by, from and to: a landmarker errs
 *     less on faces that it was trained on
 * @param sensitivity of the coefficients to the points of the part
 */
record PatchSource(
    Image picture,
    Landmarks landmarks,
    List<Landmarks> readings,
    double[] readingErrors,
    Sensitivity sensitivity) {
  /** Side of what is kept over the side of the face's crop. */
  private static final double ROOM = 1.25;

  private static final int LARGEST = 640;

  static PatchSource read(
      LabelledPhoto photo,
      List<Landmarks> readings,
      double[] readingErrors,
      LandmarkExpressionEncoder encoder,
      PatchedPart part)
      throws IOException {
    Image image = Photos.read(photo.file());
    FaceCrop crop = FaceCrop.of(photo.landmarks());
    double side = ROOM * crop.side();
    int size = (int) Math.min(LARGEST, Math.ceil(side));
    Image kept = Image.create(size, size, 3);
    Affine toImage = Affine.ofSquare(crop.centerX(), crop.centerY(), side, 0, size);
    ImageKernels.java().warp(image, toImage, kept);
    Affine toKept = toImage.inverse();
    Landmarks label = photo.landmarks().map(toKept);
    int[] points =
        part.patches().stream()
            .flatMapToInt(patch -> IntStream.of(patch.points()))
            .distinct()
            .toArray();
    return new PatchSource(
        kept,
        label,
        readings.stream().map(reading -> reading.map(toKept)).toList(),
        readingErrors,
        Sensitivity.of(encoder, label, points));
  }

  Complexion complexion() {
    return Complexion.of(picture, landmarks);
  }
}
