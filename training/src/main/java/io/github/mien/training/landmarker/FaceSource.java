package io.github.mien.training.landmarker;

import io.github.mien.face.FaceCrop;
import io.github.mien.face.Landmarks;
import io.github.mien.image.Affine;
import io.github.mien.image.Image;
import io.github.mien.image.ImageKernels;
import io.github.mien.image.Rect;
import io.github.mien.training.data.Complexion;
import io.github.mien.training.data.LabelledPhoto;
import io.github.mien.training.data.Photos;
import java.io.IOException;

/**
 * A face with its surroundings, small enough to keep many in memory.
 *
 * @param picture upright square around the face, edge pixels repeated
 * @param landmarks in its pixels
 * @param coefficients 52 scores
 */
record FaceSource(Image picture, Landmarks landmarks, float[] coefficients) {
  /** Side of what is kept over the side of the face's crop: room to turn and shift it. */
  private static final double ROOM = 1.7;

  /** Pixels on a side that are enough for the landmarker. */
  static final int ENOUGH = 360;

  Complexion complexion() {
    return Complexion.of(picture, landmarks);
  }

  static FaceSource read(LabelledPhoto photo) throws IOException {
    return read(photo, ENOUGH);
  }

  /**
   * @param largest pixels on a side at most
   */
  static FaceSource read(LabelledPhoto photo, int largest) throws IOException {
    Image image = Photos.read(photo.file());
    FaceCrop crop = FaceCrop.of(photo.landmarks());
    double side = ROOM * crop.side();
    int size = (int) Math.min(largest, Math.ceil(side));
    Image kept = Image.create(size, size, 3);
    Affine toImage = Affine.ofSquare(crop.centerX(), crop.centerY(), side, 0, size);
    ImageKernels.java().warp(image, toImage, kept);
    return new FaceSource(
        kept.view(new Rect(0, 0, size, size)),
        photo.landmarks().map(toImage.inverse()),
        photo.coefficients());
  }
}
