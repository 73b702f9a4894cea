package io.github.mien.blend;

import java.util.Arrays;

/**
 * Between a grid and the next coarser one, whose nodes are those of even column and row: values go
 * up by bilinear interpolation, right-hand sides and holds go down by its transpose. Where the
 * picture ends after the last coarse node, its value holds there.
 */
final class Transfer {
  private final GridLevel fine;
  private final GridLevel coarse;

  private float[] here = {};
  private float[] next = {};
  private float[] even = {};
  private float[] above = {};
  private float[] below = {};
  private float[] shifted = {};
  private float[] out = {};

  /** By slots, over the rows so far. */
  private float[] largestResiduals = {};

  Transfer(GridLevel fine, GridLevel coarse) {
    this.fine = fine;
    this.coarse = coarse;
  }

  void reset() {
    int length = fine.slots() + 2;
    if (out.length < length) {
      here = new float[length];
      next = new float[length];
      even = new float[length];
      above = new float[length];
      below = new float[length];
      shifted = new float[length];
      out = new float[length];
      largestResiduals = new float[length];
    }
  }

  /** Makes the coarse mask out of the fine one. */
  void restrictMask() {
    for (int y = 0; y < coarse.height(); y++) {
      coarse.value().split(fine.value().even(2 * y), y, coarse.width());
    }
  }

  /** Makes the coarse right-hand side, or the holds, out of the fine ones. */
  void restrictAll() {
    Arrays.fill(above, 0);
    for (int y = 0; y < coarse.height(); y++) {
      sumColumns(2 * y, even);
      boolean both = 2 * y + 1 < fine.height();
      if (both) {
        sumColumns(2 * y + 1, below);
      } else {
        Arrays.fill(below, 0);
      }
      Rows.spread(even, above, below, 0.5f, out, coarse.width());
      if (both && lastRowHoldsBeyond(y)) {
        Rows.addScaled(below, 0.5f, out, coarse.width());
      }
      emit(y);
      swapOdd();
    }
  }

  /** What a row of the fine grid gives to each coarse column. */
  private void sumColumns(int y, float[] sums) {
    fine.carry(~y & 1, y, here);
    here[fine.slots()] = 0;
    System.arraycopy(here, 1, shifted, 0, fine.slots());
    fine.carry(y & 1, y, next);
    Rows.spread(next, here, shifted, 0.5f, sums, fine.slots());
    if (lastColumnHoldsBeyond()) {
      sums[coarse.width() - 1] += 0.5f * here[coarse.width()];
    }
  }

  private boolean lastColumnHoldsBeyond() {
    return coarse.across().last() && fine.width() == 2 * coarse.width();
  }

  private boolean lastRowHoldsBeyond(int y) {
    return coarse.down().last() && y == coarse.height() - 1;
  }

  private void swapOdd() {
    float[] swap = above;
    above = below;
    below = swap;
  }

  /** To be called before the rows of {@link #restrictResidual}. */
  void startResidual() {
    Arrays.fill(above, 0);
    Arrays.fill(largestResiduals, 0);
  }

  /**
   * Takes the residual of one row, rows in their order, after the black nodes around it were solved
   * for: theirs is 0, so that only the red nodes give something.
   */
  void restrictResidual(int y) {
    boolean odd = (y & 1) == 1;
    float[] residual = odd ? below : even;
    fine.redResidual(y, residual);
    Rows.keepLargest(residual, largestResiduals, fine.slots());
    if (odd) {
      boolean beyond = lastRowHoldsBeyond(y / 2);
      Rows.addScaled(below, beyond ? 2 : 1, above, fine.slots());
      emitResidual(y / 2);
      swapOdd();
    } else if (y == fine.height() - 1) {
      emitResidual(y / 2);
    }
  }

  private void emitResidual(int y) {
    above[fine.slots()] = 0;
    System.arraycopy(above, 1, shifted, 0, fine.slots());
    Rows.spread(even, above, shifted, 0.25f, out, coarse.width());
    if (lastColumnHoldsBeyond()) {
      out[coarse.width() - 1] += 0.25f * above[coarse.width()];
    }
    emit(y);
  }

  /** A coarse row is done: the equation there is divided by the node's share. */
  private void emit(int y) {
    float share = coarse.down().share(y);
    if (share != 1) {
      Rows.scale(out, 1 / share, out, coarse.width());
    }
    int last = coarse.width() - 1;
    out[0] /= coarse.across().share(0);
    if (last > 0) {
      out[last] /= coarse.across().share(last);
    }
    coarse.rhs().split(out, y, coarse.width());
  }

  /** Adds the coarse values to the black nodes of a row, rows in their order. */
  void correctBlack(int y) {
    if ((y & 1) == 0) {
      load(y / 2, coarse.across().last());
      fine.addToBlack(y, here, shifted);
    } else {
      loadNext(y / 2 + 1, coarse.down().last());
      fine.addToBlack(y, here, next);
    }
  }

  /** Sets the black nodes of a row to what lies between the coarse values, rows in their order. */
  void interpolateBlack(int y) {
    if ((y & 1) == 0) {
      load(y / 2, true);
      fine.setBlack(y, here, shifted);
    } else {
      loadNext(y / 2 + 1, true);
      fine.setBlack(y, here, next);
    }
  }

  /** Puts a coarse row into {@link #here}, and moved by one column into {@link #shifted}. */
  private void load(int y, boolean holdsBeyond) {
    int width = coarse.width();
    if (y == 0) {
      coarse.value().join(0, width, here);
    } else {
      float[] swap = here;
      here = next;
      next = swap;
    }
    here[width] = holdsBeyond ? here[width - 1] : 0;
    System.arraycopy(here, 0, shifted, 1, width);
  }

  private void loadNext(int y, boolean holdsBeyond) {
    if (y < coarse.height()) {
      coarse.value().join(y, coarse.width(), next);
    } else if (holdsBeyond) {
      System.arraycopy(here, 0, next, 0, coarse.width());
    } else {
      Arrays.fill(next, 0, coarse.width(), 0);
    }
  }

  /** The largest residual, regardless of sign, after all rows were restricted. */
  float largestResidual() {
    return Rows.largest(largestResiduals, fine.slots());
  }
}
