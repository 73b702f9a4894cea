package io.github.mien.reconstruct;

/**
 * A row of teeth in a jaw's own millimetres: x from the middle to a side, y down from the edge of
 * the front teeth, z back into the mouth. Widths and heights of crowns are the averages of Nelson,
 * "Wheeler's Dental Anatomy"; the arch is a parabola.
 */
enum ToothRow {
  /** The upper teeth; their edges rise to the sides as lips do in a smile. */
  UPPER(
      new double[] {8.5, 6.5, 7.5, 7, 7, 10},
      new double[] {10.5, 9, 10, 8.5, 8.5, 7.5},
      new double[] {0, 0.7, 0.2, 1, 1.4, 1.8},
      new double[] {0.5, 0.9, 1.6, 1.5, 1.2, 1},
      0.029,
      0.0045),
  /** The lower teeth. */
  LOWER(
      new double[] {5, 5.5, 7, 7, 7, 11},
      new double[] {9, 9.5, 11, 8.5, 8, 7.5},
      new double[] {0, 0.1, -0.3, 0.6, 0.9, 1},
      new double[] {0.3, 0.4, 1.4, 1.3, 1, 1},
      0.036,
      0);

  private static final int TABLE = 96;

  /** Steps of the table along the arch, in millimetres of x. */
  private static final double STEP = 0.4;

  private final double[] ends;
  private final double[] heights;
  private final double[] steps;
  private final double[] rounding;
  private final double bend;
  private final double rise;
  private final double[] along = new double[TABLE + 1];

  /**
   * @param widths of crowns, from the middle to the side
   * @param heights of crowns
   * @param steps by how much each edge ends short of the front teeth's
   * @param rounding by how much the corners of each edge are short of its middle
   * @param bend z = bend x²
   * @param rise by how much edges are short at x: rise x²
   */
  ToothRow(
      double[] widths,
      double[] heights,
      double[] steps,
      double[] rounding,
      double bend,
      double rise) {
    this.heights = heights;
    this.steps = steps;
    this.rounding = rounding;
    this.bend = bend;
    this.rise = rise;
    ends = new double[widths.length];
    double sum = 0;
    for (int i = 0; i < widths.length; i++) {
      sum += widths[i];
      ends[i] = sum;
    }
    for (int i = 1; i <= TABLE; i++) {
      double x = (i - 0.5) * STEP;
      along[i] = along[i - 1] + STEP * Math.hypot(1, 2 * bend * x);
    }
  }

  /** How far back the arch is at x. */
  double depth(double x) {
    return bend * x * x;
  }

  /** How far the arch turns away from the front there: the cosine of its angle. */
  double facing(double x) {
    return 1 / Math.hypot(1, 2 * bend * x);
  }

  /**
   * The tooth at a distance from the middle, counted from it; as many as there are teeth where the
   * row has ended.
   */
  int tooth(double x) {
    double s = arc(x);
    int tooth = 0;
    while (tooth < ends.length && s >= ends[tooth]) {
      tooth++;
    }
    return tooth;
  }

  /** How many teeth a side has. */
  int count() {
    return ends.length;
  }

  /** Where across a tooth x lies: -1 at the side to the middle, 1 at the other. */
  double across(int tooth, double x) {
    double start = tooth == 0 ? 0 : ends[tooth - 1];
    return 2 * (arc(x) - start) / (ends[tooth] - start) - 1;
  }

  /** How wide a tooth is. */
  double width(int tooth) {
    return tooth == 0 ? ends[0] : ends[tooth] - ends[tooth - 1];
  }

  /** How far short of the front teeth's edge a tooth's edge ends there. */
  double edge(int tooth, double across, double x) {
    double corner = Math.max(0, Math.abs(across) - 0.45) / 0.55;
    return steps[tooth] + rise * x * x + rounding[tooth] * corner * corner;
  }

  /** The height of a tooth there: gums come further down between teeth. */
  double height(int tooth, double across) {
    return heights[tooth] * (1 - 0.16 * across * across);
  }

  private double arc(double x) {
    double at = Math.min(TABLE - 1e-6, Math.abs(x) / STEP);
    int i = (int) at;
    return along[i] + (at - i) * (along[i + 1] - along[i]);
  }
}
