package io.github.mien.training.detector;

import io.github.mien.face.Box;
import io.github.mien.face.FaceMesh;
import io.github.mien.face.Landmarks;
import io.github.mien.training.synth.Chance;
import java.util.Optional;

/** Boxes of a portrait that hold no whole face, in the cut-out's coordinates. */
final class Parts {
  private static final int ATTEMPTS = 12;

  private Parts() {}

  /** Shoulders, clothes, hair or background: nothing of the face. */
  static Optional<Box> besideFace(CutOut portrait, Chance chance) {
    Box face = portrait.face();
    int size = CutOut.size();
    for (int i = 0; i < ATTEMPTS; i++) {
      double w = size * chance.between(0.12, 0.5);
      double h = w * chance.between(0.6, 1.6);
      double x = chance.between(0, Math.max(1, size - w));
      double y = chance.between(0, Math.max(1, size - h));
      Box box = new Box(x, y, Math.min(size, x + w), Math.min(size, y + h));
      if (FacePlacer.intersection(box, face) == 0) {
        return Optional.of(box);
      }
    }
    return Optional.empty();
  }

  /** An eye, the nose or the mouth alone. */
  static Box ofFace(CutOut portrait, Chance chance) {
    Landmarks points = portrait.landmarks();
    int[] middles = {FaceMesh.RIGHT_IRIS, FaceMesh.LEFT_IRIS, FaceMesh.NOSE_TIP, 13, 10, 152, 234};
    int middle = middles[chance.below(middles.length)];
    double w = portrait.face().width() * chance.between(0.12, 0.24);
    double h = portrait.face().height() * chance.between(0.08, 0.15);
    double x = points.x(middle);
    double y = points.y(middle);
    return new Box(x - w, y - h, x + w, y + h);
  }
}
