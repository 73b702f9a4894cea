package io.github.mien.meme;

/**
 * Letters as strokes, drawn for this label: lines from point to point in a square of side 1, y
 * downwards.
 */
enum StrokeLetters {
  A(0.98, "0.06,0.94 0.42,0.06 0.78,0.94", "0.19,0.64 0.65,0.64"),
  I(0.42, "0.12,0.06 0.12,0.94"),
  SHENG(
      1.12,
      "0.30,0.08 0.25,0.22 0.17,0.36 0.08,0.48",
      "0.24,0.28 0.90,0.28",
      "0.52,0.05 0.52,0.92",
      "0.17,0.60 0.86,0.60",
      "0.04,0.93 0.96,0.93"),
  CHENG(
      1,
      "0.14,0.25 0.94,0.25",
      "0.14,0.25 0.14,0.60 0.11,0.80 0.04,0.95",
      "0.14,0.50 0.43,0.50 0.42,0.70 0.39,0.78 0.28,0.76",
      "0.56,0.05 0.59,0.40 0.67,0.66 0.80,0.88 0.90,0.93 0.95,0.74",
      "0.83,0.40 0.76,0.58 0.63,0.77 0.44,0.93",
      "0.72,0.05 0.86,0.15");

  private final double advance;
  private final double[][] strokes;

  StrokeLetters(double advance, String... strokes) {
    this.advance = advance;
    this.strokes = new double[strokes.length][];
    for (int i = 0; i < strokes.length; i++) {
      String[] numbers = strokes[i].split("[ ,]");
      this.strokes[i] = new double[numbers.length];
      for (int k = 0; k < numbers.length; k++) {
        this.strokes[i][k] = Double.parseDouble(numbers[k]);
      }
    }
  }

  /** From this letter to the next. */
  double advance() {
    return advance;
  }

  /** From a point to the middle of the nearest stroke. */
  double distance(double x, double y) {
    double nearest = Double.MAX_VALUE;
    for (double[] p : strokes) {
      for (int i = 0; i + 3 < p.length; i += 2) {
        nearest = Math.min(nearest, distance(x, y, p[i], p[i + 1], p[i + 2], p[i + 3]));
      }
    }
    return nearest;
  }

  private static double distance(double x, double y, double x0, double y0, double x1, double y1) {
    double dx = x1 - x0;
    double dy = y1 - y0;
    double along = ((x - x0) * dx + (y - y0) * dy) / (dx * dx + dy * dy);
    double t = Math.max(0, Math.min(1, along));
    return Math.hypot(x - x0 - t * dx, y - y0 - t * dy);
  }
}
