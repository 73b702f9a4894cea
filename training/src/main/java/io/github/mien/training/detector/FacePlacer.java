package io.github.mien.training.detector;

import io.github.mien.face.Box;
import io.github.mien.face.FaceMesh;
import io.github.mien.face.Landmarks;
import io.github.mien.image.Affine;
import io.github.mien.training.synth.Chance;
import java.util.ArrayList;
import java.util.List;

/** Paints heads into a canvas so that no face hides another, and remembers where the faces are. */
final class FacePlacer {
  private static final double MIN_VISIBLE = 0.6;
  private static final double MAX_SHARED = 0.1;
  private static final double MAX_HIDDEN = 0.25;

  private final Canvas canvas;
  private final List<LabelledFace> faces = new ArrayList<>();

  FacePlacer(Canvas canvas) {
    this.canvas = canvas;
  }

  List<LabelledFace> faces() {
    return faces;
  }

  /**
   * Places a head if there is room.
   *
   * @param shape of what is painted, in the cut-out's coordinates
   * @param height of the face in pixels of the canvas
   * @param angle by which it is turned, in radians
   * @param centerX of the face
   * @param centerY of the face
   * @return whether it was painted
   */
  boolean place(
      CutOut head,
      Shape shape,
      double height,
      double angle,
      double centerX,
      double centerY,
      Chance chance) {
    boolean mirrored = chance.is(0.5);
    Affine map = map(head.face(), height, angle, centerX, centerY, mirrored, chance);
    Landmarks placed = head.landmarks().map(map);
    Box box = shifted(placed.bounds());
    Box painted = shifted(Canvas.bounds(map, shape.bounds()));
    for (LabelledFace other : faces) {
      double shared = intersection(box, other.box());
      if (shared > MAX_SHARED * Math.min(box.area(), other.box().area())
          || intersection(painted, other.box()) > MAX_HIDDEN * other.box().area()) {
        return false;
      }
    }
    canvas.paint(head, map, shape);
    Box whole = new Box(0, 0, canvas.width(), canvas.height());
    double visible = intersection(box, whole) / box.area();
    if (visible > 0) {
      faces.add(new LabelledFace(box, fivePoints(placed, mirrored), visible >= MIN_VISIBLE));
    }
    return true;
  }

  private static Affine map(
      Box face, double height, double angle, double x, double y, boolean mirrored, Chance chance) {
    double scale = height / face.height();
    double stretch = chance.between(0.93, 1.07);
    double shear = chance.between(-0.06, 0.06);
    Affine toCentre =
        new Affine(1, 0, -(face.x0() + face.x1()) / 2, 0, 1, -(face.y0() + face.y1()) / 2);
    Affine deform = new Affine(mirrored ? -stretch : stretch, shear, 0, 0, 1 / stretch, 0);
    return toCentre.then(deform).then(Affine.similarity(scale, angle, x, y));
  }

  /** From pixel centres being whole numbers to edges being whole numbers. */
  private static Box shifted(Box box) {
    return new Box(box.x0() + 0.5, box.y0() + 0.5, box.x1() + 0.5, box.y1() + 0.5);
  }

  static double intersection(Box a, Box b) {
    double w = Math.min(a.x1(), b.x1()) - Math.max(a.x0(), b.x0());
    double h = Math.min(a.y1(), b.y1()) - Math.max(a.y0(), b.y0());
    return w <= 0 || h <= 0 ? 0 : w * h;
  }

  private static float[] fivePoints(Landmarks face, boolean mirrored) {
    float[] right = mean(face, FaceMesh.rightEye());
    float[] left = mean(face, FaceMesh.leftEye());
    float[] nose = mean(face, FaceMesh.NOSE_TIP);
    float[] mouthRight = mean(face, FaceMesh.MOUTH_RIGHT);
    float[] mouthLeft = mean(face, FaceMesh.MOUTH_LEFT);
    float[][] order =
        mirrored
            ? new float[][] {left, right, nose, mouthLeft, mouthRight}
            : new float[][] {right, left, nose, mouthRight, mouthLeft};
    float[] points = new float[10];
    for (int i = 0; i < 5; i++) {
      points[2 * i] = order[i][0] + 0.5f;
      points[2 * i + 1] = order[i][1] + 0.5f;
    }
    return points;
  }

  private static float[] mean(Landmarks face, int... points) {
    float x = 0;
    float y = 0;
    for (int i : points) {
      x += face.x(i) / points.length;
      y += face.y(i) / points.length;
    }
    return new float[] {x, y};
  }
}
