package io.github.mien.face;

/**
 * A face as the detector sees it.
 *
 * @param box the smallest upright box around the face's 478 landmarks ({@link Landmarks#bounds()}):
 *     forehead below the hair line to chin, ear to ear. The outline of a face is nearly an ellipse,
 *     so the box of a turned face is about as large as that of an upright one. It may reach beyond
 *     the picture where the face does
 * @param score 0..1, how sure the detector is
 * @param points x, y of five points in picture coordinates: centre of the eye on the picture's left
 *     (mean of its lids), of the one on its right, nose tip, mouth corner on the left, mouth corner
 *     on the right (the order of ArcFace and YuNet); shared, not to be modified
 */
public record Detection(Box box, float score, float[] points) {

  /** Checks the number of points. */
  public Detection {
    if (points.length != 10) {
      throw new IllegalArgumentException(
          "five x, y pairs are needed, not " + points.length + " numbers");
    }
  }

  /** The same face in a picture of which this one is a part. */
  Detection shifted(int x, int y) {
    float[] moved = points.clone();
    for (int i = 0; i < moved.length; i += 2) {
      moved[i] += x;
      moved[i + 1] += y;
    }
    return new Detection(
        new Box(box.x0() + x, box.y0() + y, box.x1() + x, box.y1() + y), score, moved);
  }

  /** In-plane rotation of the line through the eyes in radians, clockwise on screen. */
  public double roll() {
    return Math.atan2(points[3] - points[1], points[2] - points[0]);
  }
}
