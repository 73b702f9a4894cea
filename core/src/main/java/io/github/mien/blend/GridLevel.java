package io.github.mien.blend;

import static io.github.mien.blend.Checkerboard.BLACK;
import static io.github.mien.blend.Checkerboard.RED;

import java.util.Arrays;

/**
 * The equation on one grid: for each node inside the mask, diagonal * value - sum of the
 * neighbours' values = right-hand side. Nodes outside the mask are 0. The diagonal is the number of
 * neighbours inside plus the node's <em>hold</em> on the outside: on the finest grid the number of
 * neighbours outside, on coarser ones what {@link Transfer} makes of that.
 */
final class GridLevel {
  /** Below it a node would hang on nothing. */
  private static final float LEAST_DIAGONAL = 0.5f;

  private Axis across = Axis.of(1, 1, false, false);
  private Axis down = across;
  private int slots;
  private int capacityWidth;
  private int capacityHeight;

  private Checkerboard value = new Checkerboard(0, 0);
  private Checkerboard rhs = value;

  /** 1 / diagonal inside the mask, 0 outside. */
  private Checkerboard inverse = value;

  /**
   * Share of a node in the picture, 0 outside the mask; less where the hold is strong, since it
   * acts on the coarser grid from further away.
   */
  private Checkerboard carry = value;

  /** Diagonal * share on red nodes inside, 0 elsewhere. */
  private float[][] redWeight = {};

  /** 1 on black nodes inside, 0 elsewhere. */
  private float[][] blackInside = {};

  private float[] shifted = {};
  private float[] work = {};
  private float[] inside = {};

  /** Sets the size and forgets mask and values. */
  void reset(Axis across, Axis down) {
    this.across = across;
    this.down = down;
    slots = Checkerboard.slots(across.size());
    if (across.size() > capacityWidth || down.size() > capacityHeight) {
      allocate(Math.max(across.size(), capacityWidth), Math.max(down.size(), capacityHeight));
    } else {
      value.clearAround(down.size());
    }
  }

  private void allocate(int width, int height) {
    capacityWidth = width;
    capacityHeight = height;
    value = new Checkerboard(width, height);
    rhs = new Checkerboard(width, height);
    inverse = new Checkerboard(width, height);
    carry = new Checkerboard(width, height);
    int length = Checkerboard.slots(width) + 1;
    redWeight = new float[height][length];
    blackInside = new float[height][length];
    shifted = new float[length];
    work = new float[length];
    inside = new float[length];
  }

  int width() {
    return across.size();
  }

  int height() {
    return down.size();
  }

  int slots() {
    return slots;
  }

  Axis across() {
    return across;
  }

  Axis down() {
    return down;
  }

  /** The unknowns; before {@link #build} 1 inside the mask, 0 outside. */
  Checkerboard value() {
    return value;
  }

  /** The right-hand side; before {@link #build} the holds on the outside. */
  Checkerboard rhs() {
    return rhs;
  }

  /** What of a row's right-hand side, or of its holds, goes on to the next coarser grid. */
  void carry(int color, int y, float[] out) {
    Rows.product(rhs.row(color, y), carry.row(color, y), out, slots);
  }

  /**
   * Makes the holds of the finest grid: how many neighbours in the picture are outside the mask.
   */
  void countOutside() {
    for (int y = 0; y < height(); y++) {
      for (int color = RED; color <= BLACK; color++) {
        boolean odd = Checkerboard.odd(color, y);
        Arrays.fill(work, 0, slots, down.neighbours(y) + 2);
        int first = odd ? 1 : 0;
        int last = (width() - 1 + first) / 2;
        work[first] += across.neighbours(2 * first - first) - 2;
        if (last > first) {
          work[last] += across.neighbours(2 * last - first) - 2;
        }
        sumNeighbours(color, y, rhs.row(color, y));
        Rows.productOfDifference(
            value.row(color, y), work, rhs.row(color, y), rhs.row(color, y), slots);
      }
    }
  }

  /** Makes the equation out of mask and holds, which stay. */
  void build() {
    for (int y = 0; y < height(); y++) {
      for (int color = RED; color <= BLACK; color++) {
        buildRow(color, y);
      }
    }
  }

  private void buildRow(int color, int y) {
    boolean odd = Checkerboard.odd(color, y);
    System.arraycopy(value.row(color, y), 0, inside, 0, slots);
    clearBeyond(inside, odd);
    float[] hold = rhs.row(color, y);
    float[] diagonal = work;
    sumNeighbours(color, y, diagonal);
    Rows.addScaled(hold, 1, diagonal, slots);
    Rows.quotient(inside, diagonal, LEAST_DIAGONAL, inverse.row(color, y), slots);
    float[] kept = carry.row(color, y);
    if (color == RED) {
      Rows.product(inside, diagonal, redWeight[y], slots);
      scaleByShare(redWeight[y], y, odd);
    } else {
      System.arraycopy(inside, 0, blackInside[y], 0, slots);
    }
    if (odd || (y & 1) == 1) {
      Rows.fromFurther(inside, hold, kept, slots);
    } else {
      System.arraycopy(inside, 0, kept, 0, slots);
    }
    scaleByShare(kept, y, odd);
  }

  private void clearBeyond(float[] row, boolean odd) {
    int columns = odd ? width() / 2 + 1 : (width() + 1) / 2;
    if (odd) {
      row[0] = 0;
    }
    Arrays.fill(row, columns, slots, 0);
  }

  private void scaleByShare(float[] row, int y, boolean odd) {
    float rowShare = down.share(y);
    if (rowShare != 1) {
      Rows.scale(row, rowShare, row, slots);
    }
    if (!odd) {
      row[0] *= across.firstShare();
    }
    int last = width() - 1;
    if (last > 0 && (last & 1) == (odd ? 1 : 0)) {
      row[(last + 1) / 2] *= across.lastShare();
    }
  }

  /** Solves for all nodes of one colour in a row. */
  void relax(int color, int y) {
    relax(color, y, value.row(color, y));
  }

  private void relax(int color, int y, float[] out) {
    float[] side = side(color, y);
    Rows.relax(
        side,
        shifted,
        above(color, y),
        below(color, y),
        rhs.row(color, y),
        inverse.row(color, y),
        out,
        slots);
  }

  /** Solves for the red nodes of a row as if all black ones were 0. */
  void relaxRedFromZero(int y) {
    Rows.product(rhs.row(RED, y), inverse.row(RED, y), value.row(RED, y), slots);
  }

  /** What the equation of the red nodes of a row lacks, times their share. */
  void redResidual(int y, float[] out) {
    relax(RED, y, work);
    Rows.residual(work, value.row(RED, y), redWeight[y], out, slots);
  }

  /** Adds the mean of two rows to the black nodes of a row that are inside. */
  void addToBlack(int y, float[] a, float[] b) {
    Rows.addMean(a, b, blackInside[y], value.row(BLACK, y), slots);
  }

  /** Sets the black nodes of a row that are inside to the mean of two rows. */
  void setBlack(int y, float[] a, float[] b) {
    Rows.mean(a, b, blackInside[y], value.row(BLACK, y), slots);
  }

  /** The largest value, regardless of sign. */
  float largestValue() {
    Arrays.fill(work, 0, slots, 0);
    for (int y = 0; y < height(); y++) {
      Rows.keepLargest(value.row(RED, y), work, slots);
      Rows.keepLargest(value.row(BLACK, y), work, slots);
    }
    return Rows.largest(work, slots);
  }

  private void sumNeighbours(int color, int y, float[] out) {
    float[] side = side(color, y);
    Rows.sum(side, shifted, above(color, y), below(color, y), out, slots);
  }

  /**
   * The nodes of the other colour in the same row: those on one side of each node are returned,
   * those on the other are put into {@link #shifted}.
   */
  private float[] side(int color, int y) {
    float[] side = value.row(1 - color, y);
    if (Checkerboard.odd(color, y)) {
      if (across.last() && (width() & 1) == 0) {
        side[width() / 2] = across.lastMirror() * side[width() / 2 - 1];
      }
      System.arraycopy(side, 0, shifted, 1, slots - 1);
    } else {
      if (across.first()) {
        side[0] = across.firstMirror() * side[1];
      }
      if (across.last() && (width() & 1) == 1) {
        side[width() / 2 + 1] = across.lastMirror() * side[width() / 2];
      }
      System.arraycopy(side, 1, shifted, 0, slots);
    }
    return side;
  }

  private float[] above(int color, int y) {
    float[] above = value.row(1 - color, y - 1);
    if (y == 0 && down.first() && height() > 1) {
      Rows.scale(value.row(1 - color, 1), down.firstMirror(), above, slots);
    }
    return above;
  }

  private float[] below(int color, int y) {
    float[] below = value.row(1 - color, y + 1);
    if (y == height() - 1 && down.last() && height() > 1) {
      Rows.scale(value.row(1 - color, y - 1), down.lastMirror(), below, slots);
    }
    return below;
  }
}
