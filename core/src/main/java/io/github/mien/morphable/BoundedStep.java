package io.github.mien.morphable;

import io.github.mien.linear.Cholesky;

/**
 * A step of {@link NormalEquations} that does not push amounts of expression out of their bounds:
 * unknowns that are at a bound and would leave it are held, the others solved for (a projected
 * Newton step, Bertsekas 1982).
 */
final class BoundedStep {
  /** How often what would leave is held and the rest solved again. */
  private static final int TRIES = 2;

  /** Unknowns nearer to a bound than this are at it. */
  private static final double AT_BOUND = 1e-9;

  private final int size;
  private final int firstBounded;
  private final double least;
  private final double most;
  private final boolean[] held;
  private final int[] free;
  private final double[] matrix;
  private final double[] right;
  private final double[] pivots;

  /** The step found, of all unknowns. */
  final double[] step;

  /**
   * @param size unknowns
   * @param firstBounded the first that has bounds, as all after it
   */
  BoundedStep(int size, int firstBounded, double least, double most) {
    this.size = size;
    this.firstBounded = firstBounded;
    this.least = least;
    this.most = most;
    held = new boolean[size];
    free = new int[size];
    matrix = new double[size * size];
    right = new double[size];
    pivots = new double[size];
    step = new double[size];
  }

  /**
   * @param damping share of the diagonal that is added to it (Marquardt 1963)
   * @param theta amounts now; unknown i is θ of i − 5
   * @return false if the matrix is not positive definite
   */
  boolean solve(NormalEquations equations, double damping, double[] theta) {
    for (int i = 0; i < size; i++) {
      held[i] = i >= firstBounded && leaves(amount(theta, i), -equations.gradient[i]);
    }
    for (int attempt = 0; attempt < TRIES; attempt++) {
      if (!solveFree(equations, damping)) {
        return false;
      }
      boolean stays = true;
      for (int i = firstBounded; i < size; i++) {
        if (!held[i] && leaves(amount(theta, i), step[i])) {
          held[i] = true;
          stays = false;
        }
      }
      if (stays) {
        break;
      }
    }
    return true;
  }

  private static double amount(double[] theta, int unknown) {
    return theta[unknown - NormalEquations.POSE + 1];
  }

  private boolean leaves(double amount, double direction) {
    return (direction < 0 && amount <= least + AT_BOUND)
        || (direction > 0 && amount >= most - AT_BOUND);
  }

  private boolean solveFree(NormalEquations equations, double damping) {
    int n = 0;
    for (int i = 0; i < size; i++) {
      step[i] = 0;
      if (!held[i]) {
        free[n++] = i;
      }
    }
    for (int i = 0; i < n; i++) {
      int row = free[i] * size;
      for (int j = i; j < n; j++) {
        matrix[i * n + j] = equations.matrix[row + free[j]];
      }
      matrix[i * n + i] *= 1 + damping;
      right[i] = -equations.gradient[free[i]];
    }
    if (!Cholesky.solve(matrix, right, n, pivots)) {
      return false;
    }
    for (int i = 0; i < n; i++) {
      step[free[i]] = right[i];
    }
    return true;
  }

  /** The state one step on, amounts brought back within their bounds. */
  void apply(FitState from, FitState to) {
    to.set(from);
    to.move(step);
    for (int i = NormalEquations.POSE; i < size; i++) {
      int column = i - NormalEquations.POSE + 1;
      double moved = from.theta[column] + step[i];
      to.theta[column] = i < firstBounded ? moved : Math.max(least, Math.min(most, moved));
    }
  }

  /** The largest change of an unknown. */
  double largest() {
    double largest = 0;
    for (double s : step) {
      largest = Math.max(largest, Math.abs(s));
    }
    return largest;
  }
}
