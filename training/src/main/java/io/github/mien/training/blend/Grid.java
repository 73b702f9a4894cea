package io.github.mien.training.blend;

/**
 * The equation on one grid; see core's {@code GridLevel}, of which these are the terms.
 *
 * @param mask 1 inside
 * @param diagonal inside, 0 outside
 * @param red 1 / diagonal on red nodes inside, 0 elsewhere
 * @param black 1 / diagonal on black nodes inside, 0 elsewhere
 * @param blackOnly 1 on black nodes, 0 on red ones
 * @param carry what of the hold goes on to the next coarser grid
 * @param gain of right-hand sides on their way to the coarser grid: where a side is one pixel and
 *     stays so, a coarse node stands for half as much of the picture as elsewhere
 */
record Grid(
    Planes planes,
    String mask,
    String hold,
    String diagonal,
    String red,
    String black,
    String blackOnly,
    String carry,
    String gain) {
  private static final float LEAST_DIAGONAL = 0.5f;

  static Grid finest(Planes planes, String mask) {
    return of(planes, mask, planes.convolve(planes.oneMinus(mask), Kernel.NEIGHBOURS));
  }

  Grid coarser() {
    return of(planes, planes.everyOther(mask), restrict(planes.multiply(hold, carry)));
  }

  private static Grid of(Planes planes, String mask, String holds) {
    String hold = planes.multiply(holds, mask);
    String inside = planes.convolve(mask, Kernel.NEIGHBOURS);
    String diagonal = planes.multiply(planes.add(inside, hold), mask);
    String inverse = planes.divide(mask, planes.max(diagonal, planes.number(LEAST_DIAGONAL)));
    String columns = planes.evenColumns(mask);
    String rows = planes.evenRows(mask);
    String blackOnly = planes.abs(planes.subtract(columns, rows));
    return new Grid(
        planes,
        mask,
        hold,
        diagonal,
        planes.multiply(inverse, planes.oneMinus(blackOnly)),
        planes.multiply(inverse, blackOnly),
        blackOnly,
        carry(planes, hold, planes.multiply(columns, rows)),
        planes.doubledIfThin(mask));
  }

  /** See core's {@code Rows.fromFurther}; nodes that the coarser grid has pass all. */
  private static String carry(Planes planes, String hold, String kept) {
    String one = planes.number(1);
    String further = planes.min(one, planes.divide(planes.number(2), planes.add(one, hold)));
    return planes.max(further, kept);
  }

  /** Solves for the red nodes, then for the black ones. */
  String sweep(String value, String rhs) {
    String solved = planes.multiply(satisfying(value, rhs), red);
    String both = planes.add(planes.multiply(value, blackOnly), solved);
    return planes.add(solved, planes.multiply(satisfying(both, rhs), black));
  }

  /** The same where all values are 0. */
  String sweepFromZero(String rhs) {
    String solved = planes.multiply(rhs, red);
    return planes.add(solved, planes.multiply(satisfying(solved, rhs), black));
  }

  private String satisfying(String value, String rhs) {
    return planes.add(planes.convolve(value, Kernel.NEIGHBOURS), rhs);
  }

  /** A right-hand side for the coarser grid. */
  String restrict(String rhs) {
    return planes.multiply(planes.restrict(rhs), gain);
  }

  /** What the equation lacks. */
  String residual(String value, String rhs) {
    String lacking = planes.subtract(satisfying(value, rhs), planes.multiply(value, diagonal));
    return planes.multiply(lacking, mask);
  }
}
