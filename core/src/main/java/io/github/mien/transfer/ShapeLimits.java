package io.github.mien.transfer;

/**
 * Keeps a moved face a face: lips and lids meet but do not cross, a blink closes, irises stay
 * between the lids, brows stay above the eyes. Works in the canonical frame of {@link
 * io.github.mien.morphable.MorphableModel}; y grows downwards.
 */
final class ShapeLimits {
  /**
   * From the parting of the lips outwards: upper and lower points of each of nine columns, right to
   * left.
   */
  private static final int[][] UPPER_LIP = {
    {191, 183, 184, 185},
    {80, 42, 74, 40},
    {81, 41, 73, 39},
    {82, 38, 72, 37},
    {13, 12, 11, 0},
    {312, 268, 302, 267},
    {311, 271, 303, 269},
    {310, 272, 304, 270},
    {415, 407, 408, 409}
  };

  private static final int[][] LOWER_LIP = {
    {95, 96, 77, 146},
    {88, 89, 90, 91},
    {178, 179, 180, 181},
    {87, 86, 85, 84},
    {14, 15, 16, 17},
    {317, 316, 315, 314},
    {402, 403, 404, 405},
    {318, 319, 320, 321},
    {324, 325, 307, 375}
  };

  /** How far the rows of a lip go along when its inner edge has to give way. */
  private static final float[] LIP_FOLLOWS = {1, 0.75f, 0.4f, 0.15f};

  private static final Eye RIGHT_EYE =
      new Eye(
          new int[] {246, 161, 160, 159, 158, 157, 173},
          new int[] {7, 163, 144, 145, 153, 154, 155},
          33,
          133,
          468,
          new int[] {46, 53, 52, 65, 55},
          new int[] {70, 63, 105, 66, 107});

  private static final Eye LEFT_EYE =
      new Eye(
          new int[] {466, 388, 387, 386, 385, 384, 398},
          new int[] {249, 390, 373, 374, 380, 381, 382},
          263,
          362,
          473,
          new int[] {276, 283, 282, 295, 285},
          new int[] {300, 293, 334, 296, 336});

  /** A brow keeps at least this part of its distance to the lid. */
  private static final float BROW_CLEARANCE = 0.35f;

  /** Points of an iris: the centre and four on its edge. */
  private static final int IRIS_POINTS = 5;

  /**
   * @param upper the upper lid's edge between the corners, the outer end first
   * @param lower the lower lid's edge below the same
   * @param iris the centre, the first of its points
   * @param browLower the brow's lower edge
   * @param browUpper the brow's upper edge, above the same
   */
  private record Eye(
      int[] upper, int[] lower, int outer, int inner, int iris, int[] browLower, int[] browUpper) {}

  private ShapeLimits() {}

  /**
   * Corrects displacements.
   *
   * @param shape the face before, 478 x, y, z in the canonical frame
   * @param displacement of its points, modified
   * @param change which lids must close, and whether the mouth may open
   */
  static void apply(float[] shape, float[] displacement, ExpressionChange change) {
    for (int column = 0; column < UPPER_LIP.length; column++) {
      limitLips(shape, displacement, UPPER_LIP[column], LOWER_LIP[column], change.mouthClosed());
    }
    limitEye(shape, displacement, RIGHT_EYE, change.rightClosure());
    limitEye(shape, displacement, LEFT_EYE, change.leftClosure());
  }

  private static void limitLips(
      float[] shape, float[] moved, int[] upper, int[] lower, boolean closed) {
    float before = y(shape, lower[0]) - y(shape, upper[0]);
    float gap = before + y(moved, lower[0]) - y(moved, upper[0]);
    float least = Math.min(0, before);
    float most = closed ? Math.max(0, before) : Float.MAX_VALUE;
    if (gap < least || gap > most) {
      float half = (Math.max(least, Math.min(most, gap)) - gap) / 2;
      for (int row = 0; row < upper.length; row++) {
        moved[3 * upper[row] + 1] -= half * LIP_FOLLOWS[row];
        moved[3 * lower[row] + 1] += half * LIP_FOLLOWS[row];
      }
    }
  }

  private static void limitEye(float[] shape, float[] moved, Eye eye, float closure) {
    for (int i = 0; i < eye.upper.length; i++) {
      closeLids(shape, moved, eye.upper[i], eye.lower[i], closure);
    }
    for (int i = 0; i < eye.browLower.length; i++) {
      // The brow's five points stand above the middle five of the lid's seven.
      keepBrowClear(shape, moved, eye.browLower[i], eye.browUpper[i], eye.upper[i + 1]);
    }
    keepIrisInside(shape, moved, eye);
  }

  /** The upper lid does the work: it comes down to the lower one. */
  private static void closeLids(float[] shape, float[] moved, int upper, int lower, float closure) {
    float before = y(shape, lower) - y(shape, upper);
    float gap = before + y(moved, lower) - y(moved, upper);
    float overlap = Math.max(0, Math.min(0, before) - gap);
    float upperMove = y(moved, upper) - overlap;
    // However far the fields go, lids that are to close meet on one line.
    moved[3 * upper + 1] = upperMove + closure * (Math.max(0, before) - upperMove);
    moved[3 * lower + 1] -= closure * y(moved, lower);
  }

  private static void keepBrowClear(
      float[] shape, float[] moved, int browLower, int browUpper, int lid) {
    float before = y(shape, lid) - y(shape, browLower);
    float gap = before + y(moved, lid) - y(moved, browLower);
    float least = Math.min(before, BROW_CLEARANCE * before);
    // A lid that drops cannot push the brow; only what the brow itself came down is taken back.
    float excess = Math.min(least - gap, y(moved, browLower));
    if (excess > 0) {
      moved[3 * browLower + 1] -= excess;
      moved[3 * browUpper + 1] -= excess;
    }
  }

  private static void keepIrisInside(float[] shape, float[] moved, Eye eye) {
    int iris = eye.iris;
    float x0 = Math.min(x(shape, eye.outer), x(shape, eye.inner));
    float x1 = Math.max(x(shape, eye.outer), x(shape, eye.inner));
    float margin = 0.25f * (x1 - x0);
    int mid = eye.upper.length / 2;
    float y0 = y(shape, eye.upper[mid]) + y(moved, eye.upper[mid]);
    float y1 = y(shape, eye.lower[mid]) + y(moved, eye.lower[mid]);
    float dx = inside(x(shape, iris), x(moved, iris), x0 + margin, x1 - margin) - x(moved, iris);
    float dy = inside(y(shape, iris), y(moved, iris), y0, Math.max(y0, y1)) - y(moved, iris);
    for (int p = iris; p < iris + IRIS_POINTS; p++) {
      moved[3 * p] += dx;
      moved[3 * p + 1] += dy;
    }
  }

  /** A move limited so that it does not leave an interval, or not further than it was outside. */
  private static float inside(float start, float move, float low, float high) {
    float end = start + move;
    if (end < low) {
      return Math.min(Math.max(move, 0), low - start);
    }
    if (end > high) {
      return Math.max(Math.min(move, 0), high - start);
    }
    return move;
  }

  private static float x(float[] shape, int point) {
    return shape[3 * point];
  }

  private static float y(float[] shape, int point) {
    return shape[3 * point + 1];
  }
}
