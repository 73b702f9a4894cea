package io.github.mien;

import io.github.mien.encode.EncodedFace;
import io.github.mien.encode.ExpressionEncoder;
import io.github.mien.face.Box;
import io.github.mien.face.Face;
import io.github.mien.face.FaceAligner;
import io.github.mien.image.Image;
import io.github.mien.reconstruct.Reconstructor;
import io.github.mien.transfer.ExpressionTransfer;
import java.util.List;

/**
 * The four interfaces wired together, and what an application asks of their use.
 *
 * @param reconstructor for single pictures
 * @param mover for frames of animations: runs no network
 */
record Stages(
    FaceAligner aligner,
    ExpressionEncoder encoder,
    ExpressionTransfer transfer,
    Reconstructor reconstructor,
    Reconstructor mover,
    ResponsibleUse use) {

  /** Below this, the landmarks of a face are guesses. */
  static final int SMALLEST_FACE = 48;

  /**
   * The faces of a picture.
   *
   * @param faces all that were found, the one that is worked on first
   * @param face the one that is worked on
   */
  record Analysis(List<Face> faces, EncodedFace face) {}

  Analysis analyse(Role role, Image image, Stopwatch watch) {
    List<Face> faces = watch.time(Stage.ALIGN, () -> aligner.align(image));
    if (faces.isEmpty()) {
      throw new NoFaceException(role);
    }
    return analyse(role, image, faces, watch);
  }

  Analysis analyse(Role role, Image image, List<Face> faces, Stopwatch watch) {
    Face face = faces.get(0);
    Box bounds = face.landmarks().bounds();
    int across = (int) Math.min(bounds.width(), bounds.height());
    if (across < SMALLEST_FACE) {
      throw new FaceTooSmallException(role, across, SMALLEST_FACE);
    }
    EncodedFace encoded =
        watch.time(Stage.ENCODE, () -> new EncodedFace(face, encoder.encode(image, face)));
    return new Analysis(faces, encoded);
  }
}
