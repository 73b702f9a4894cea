package io.github.mien;

import io.github.mien.encode.EncodedFace;
import io.github.mien.encode.ExpressionEncoder;
import io.github.mien.face.Box;
import io.github.mien.face.Face;
import io.github.mien.face.FaceAligner;
import io.github.mien.image.Image;
import io.github.mien.transfer.ExpressionTransfer;
import java.util.Comparator;
import java.util.List;

/**
 * The four interfaces wired together, and what an application asks of their use.
 *
 * @param groupAligner finds small faces of large pictures too
 * @param painters make the pixels
 */
record Stages(
    FaceAligner aligner,
    FaceAligner groupAligner,
    ExpressionEncoder encoder,
    ExpressionTransfer transfer,
    Painters painters,
    ResponsibleUse use) {

  /**
   * Pixels across a face, which is then some 40 high, to which landmarks were measured to be as
   * exact as on larger ones: 1.2 % of the eye distance off instead of 1.0 %.
   */
  static final int SMALLEST_FACE = 32;

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
    if (across(face) < SMALLEST_FACE) {
      throw new FaceTooSmallException(role, across(face), SMALLEST_FACE);
    }
    return new Analysis(faces, encode(image, face, watch));
  }

  /**
   * The faces of a picture of several people.
   *
   * @param all faces that were found
   * @param faces those that are large enough, from left to right
   */
  record GroupAnalysis(List<Face> all, List<EncodedFace> faces) {}

  GroupAnalysis analyseGroup(Role role, Image image, Stopwatch watch) {
    List<Face> all = watch.time(Stage.ALIGN, () -> groupAligner.align(image));
    if (all.isEmpty()) {
      throw new NoFaceException(role);
    }
    List<EncodedFace> faces =
        all.stream()
            .filter(face -> across(face) >= SMALLEST_FACE)
            .sorted(Comparator.comparingDouble(Stages::middle))
            .map(face -> encode(image, face, watch))
            .toList();
    if (faces.isEmpty()) {
      throw new FaceTooSmallException(role, across(all.get(0)), SMALLEST_FACE);
    }
    return new GroupAnalysis(all, faces);
  }

  private static int across(Face face) {
    Box bounds = face.landmarks().bounds();
    return (int) Math.min(bounds.width(), bounds.height());
  }

  private static double middle(Face face) {
    Box bounds = face.landmarks().bounds();
    return bounds.x0() + bounds.x1();
  }

  private EncodedFace encode(Image image, Face face, Stopwatch watch) {
    return watch.time(Stage.ENCODE, () -> new EncodedFace(face, encoder.encode(image, face)));
  }
}
