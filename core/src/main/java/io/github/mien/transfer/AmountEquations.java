package io.github.mien.transfer;

import io.github.mien.expression.Blendshape;
import io.github.mien.linear.Cholesky;
import java.util.Arrays;

/**
 * What amounts of fields are to fulfil: that the coefficients that were asked for are read to
 * change as they should, in the sense of absolute differences, so that a few that cannot be reached
 * do not spoil the others; and that amounts stay near what was asked for. Absolute differences are
 * squares weighted anew at every step (iteratively reweighted least squares).
 *
 * <p>Unknown are the amounts that were asked for, but not those that shut lids by force.
 */
final class AmountEquations {
  /** Differences below this count as their squares. */
  private static final double ROUND = 0.02;

  /** How firmly amounts are held to what was asked for. */
  private static final double HOLD = 0.05;

  /** How far an amount strays easily: this, and half of what was asked for. */
  private static final double SLACK = 0.08;

  /**
   * How far it may go at most: this multiple of what was asked for, and some slack; no further than
   * asked for where lids are shut by force.
   */
  private static final double REACH = 2;

  /** What damps an unknown that hardly any coefficient answers to. */
  private static final double DAMPED = 0.1;

  private final float[] asked;
  private final int[] unknowns;
  private final int size;
  private final double[] firmness;
  private final double[] reach;
  private final double[] matrix;
  private final double[] right;
  private final double[] pivots;
  private float[] slopes = {};

  AmountEquations(ExpressionChange change) {
    asked = change.difference();
    unknowns = unknowns(change);
    size = unknowns.length;
    firmness = new double[size];
    reach = new double[size];
    for (int j = 0; j < size; j++) {
      double amount = Math.abs(asked[unknowns[j]]);
      double slack = SLACK + amount / 2;
      firmness[j] = HOLD / (slack * slack);
      double free = 1 - change.closure(Blendshape.values()[unknowns[j]]);
      reach[j] = amount + free * ((REACH - 1) * amount + 1.5 * SLACK);
    }
    matrix = new double[size * size];
    right = new double[size];
    pivots = new double[size];
  }

  private static int[] unknowns(ExpressionChange change) {
    int[] unknowns = new int[Blendshape.COUNT];
    int n = 0;
    for (Blendshape shape : Blendshape.values()) {
      if (change.difference()[shape.ordinal()] != 0 && change.closure(shape) < 1) {
        unknowns[n++] = shape.ordinal();
      }
    }
    return Arrays.copyOf(unknowns, n);
  }

  /** How many amounts are unknown. */
  int size() {
    return size;
  }

  /** Ordinals of the {@link Blendshape}s whose amounts are unknown; shared. */
  int[] unknowns() {
    return unknowns;
  }

  /**
   * Sets the derivatives that steps go by.
   *
   * @param slopes [52][size], change of each coefficient per unit of each unknown; kept
   */
  void linearize(float[] slopes) {
    this.slopes = slopes;
  }

  /**
   * How far amounts are from what they should be.
   *
   * @param amounts one for each {@link Blendshape}
   * @param read what changes of coefficients come of them
   */
  double cost(float[] amounts, float[] read) {
    double cost = 0;
    for (int j = 0; j < size; j++) {
      int i = unknowns[j];
      double left = asked[i] - read[i];
      double strayed = amounts[i] - asked[i];
      cost += Math.sqrt(left * left + ROUND * ROUND) + firmness[j] * strayed * strayed;
    }
    return cost;
  }

  /**
   * Amounts one step on.
   *
   * @param amounts one for each {@link Blendshape}
   * @param read what changes of coefficients come of them
   * @param damping share of the diagonal that is added to it
   */
  float[] step(float[] amounts, float[] read, double damping) {
    build(amounts, read);
    for (int j = 0; j < size; j++) {
      matrix[j * size + j] += damping * (matrix[j * size + j] + DAMPED);
    }
    float[] next = amounts.clone();
    if (Cholesky.solve(matrix, right, size, pivots)) {
      for (int j = 0; j < size; j++) {
        int i = unknowns[j];
        next[i] = (float) Math.max(-reach[j], Math.min(reach[j], amounts[i] + right[j]));
      }
    }
    return next;
  }

  /** The upper triangle and the right side. */
  private void build(float[] amounts, float[] read) {
    Arrays.fill(matrix, 0);
    for (int j = 0; j < size; j++) {
      int i = unknowns[j];
      matrix[j * size + j] = 2 * firmness[j];
      right[j] = 2 * firmness[j] * (asked[i] - amounts[i]);
    }
    for (int i : unknowns) {
      double left = asked[i] - read[i];
      double weight = 1 / Math.sqrt(left * left + ROUND * ROUND);
      int row = i * size;
      for (int j = 0; j < size; j++) {
        double weighted = weight * slopes[row + j];
        right[j] += weighted * left;
        addRow(weighted, row, j);
      }
    }
  }

  private void addRow(double factor, int row, int from) {
    int to = from * size;
    for (int k = from; k < size; k++) {
      matrix[to + k] += factor * slopes[row + k];
    }
  }
}
