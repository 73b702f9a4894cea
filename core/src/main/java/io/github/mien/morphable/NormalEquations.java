package io.github.mien.morphable;

/**
 * Gauss's normal equations of a fit at a {@link FitState}: half the sum of squared distances plus
 * the priors, developed to second order. The unknowns are six of the pose (rotation vector, scale,
 * shift), then θ without θ₀.
 */
final class NormalEquations {
  /** Unknowns of the pose. */
  static final int POSE = 6;

  private final BasisMoments moments;

  /** Unknowns. */
  final int size;

  /** Upper triangle, row-major. */
  final double[] matrix;

  final double[] gradient;

  /** Of each unknown of the pose: how it moves x and y per coordinate of a point, and alone. */
  private final double[][] linear = new double[POSE][6];

  private final double[][] constant = new double[POSE][2];
  private final double[] weights = new double[6];

  NormalEquations(BasisMoments moments) {
    this.moments = moments;
    size = POSE + moments.size - 1;
    matrix = new double[size * size];
    gradient = new double[size];
    constant[4][0] = 1;
    constant[5][1] = 1;
  }

  /**
   * @param usual what is believed of θ
   * @param precision how firmly: one over the variance
   * @param variance of the points' errors
   */
  void build(
      FitState state, Observation seen, double[] usual, double[] precision, double variance) {
    derivePose(state);
    for (int a = 0; a < POSE; a++) {
      gradient[a] = poseGradient(a, state, seen);
      for (int b = a; b < POSE; b++) {
        matrix[a * size + b] = posePair(a, b, state, seen);
      }
      poseAndShape(a, state);
    }
    shape(state, seen);
    for (int i = 1; i < moments.size; i++) {
      int unknown = POSE + i - 1;
      matrix[unknown * size + unknown] += variance * precision[i];
      gradient[unknown] += variance * precision[i] * (state.theta[i] - usual[i]);
    }
  }

  private void derivePose(FitState state) {
    double[] r = state.rotation;
    double s = state.scale;
    for (int k = 0; k < 3; k++) {
      linear[0][3 + k] = -s * r[6 + k];
      linear[1][k] = s * r[6 + k];
      linear[2][k] = -s * r[3 + k];
      linear[2][3 + k] = s * r[k];
      linear[3][k] = r[k];
      linear[3][3 + k] = r[3 + k];
    }
  }

  private double poseGradient(int unknown, FitState state, Observation seen) {
    double[] d = linear[unknown];
    double sum = 0;
    for (int a = 0; a < 2; a++) {
      double moved = 0, placed = 0;
      for (int k = 0; k < 3; k++) {
        double dk = d[3 * a + k];
        moved += dk * state.total[k];
        placed += state.rotation[3 * a + k] * state.total[k];
        sum -= dk * BasisMoments.dot(seen.crossed[3 * a + k], 0, state.theta, moments.size);
        for (int l = 0; l < 3; l++) {
          sum += state.scale * dk * state.rotation[3 * a + l] * state.squared[3 * k + l];
        }
      }
      sum += moved * state.shift[a];
      sum +=
          constant[unknown][a]
              * (state.scale * placed + state.shift[a] * seen.points - seen.total[a]);
    }
    return sum;
  }

  private double posePair(int one, int other, FitState state, Observation seen) {
    double[] d = linear[one], e = linear[other];
    double sum = 0;
    for (int a = 0; a < 2; a++) {
      for (int k = 0; k < 3; k++) {
        sum += d[3 * a + k] * state.total[k] * constant[other][a];
        sum += e[3 * a + k] * state.total[k] * constant[one][a];
        for (int l = 0; l < 3; l++) {
          sum += d[3 * a + k] * e[3 * a + l] * state.squared[3 * k + l];
        }
      }
      sum += constant[one][a] * constant[other][a] * seen.points;
    }
    return sum;
  }

  private void poseAndShape(int unknown, FitState state) {
    int row = unknown * size + POSE;
    java.util.Arrays.fill(matrix, row, row + moments.size - 1, 0);
    double[] d = linear[unknown];
    for (int k = 0; k < 3; k++) {
      double alone = 0;
      for (int a = 0; a < 2; a++) {
        alone += constant[unknown][a] * state.rotation[3 * a + k];
      }
      addColumns(state.scale * alone, moments.sums[k], matrix, row);
      for (int l = 0; l < 3; l++) {
        double both = 0;
        for (int a = 0; a < 2; a++) {
          both += state.rotation[3 * a + k] * d[3 * a + l];
        }
        addColumns(state.scale * both, state.crossed[3 * k + l], matrix, row);
      }
    }
  }

  private void shape(FitState state, Observation seen) {
    double[] r = state.rotation;
    double s = state.scale;
    java.util.Arrays.fill(gradient, POSE, size, 0);
    for (int k = 0; k < 3; k++) {
      double shifted = 0;
      for (int a = 0; a < 2; a++) {
        shifted += r[3 * a + k] * state.shift[a];
        addColumns(-s * r[3 * a + k], seen.crossed[3 * a + k], gradient, POSE);
      }
      addColumns(s * shifted, moments.sums[k], gradient, POSE);
      for (int l = 0; l < 3; l++) {
        double weight = s * s * (r[k] * r[l] + r[3 + k] * r[3 + l]);
        addColumns(weight, state.crossed[3 * k + l], gradient, POSE);
      }
    }
    weights[0] = s * s * (r[0] * r[0] + r[3] * r[3]);
    weights[1] = s * s * (r[1] * r[1] + r[4] * r[4]);
    weights[2] = s * s * (r[2] * r[2] + r[5] * r[5]);
    weights[3] = s * s * (r[0] * r[1] + r[3] * r[4]);
    weights[4] = s * s * (r[0] * r[2] + r[3] * r[5]);
    weights[5] = s * s * (r[1] * r[2] + r[4] * r[5]);
    for (int i = 1; i < moments.size; i++) {
      int unknown = POSE + i - 1;
      moments.quadraticRow(weights, i, matrix, unknown * size + unknown);
    }
  }

  private void addColumns(double factor, double[] columns, double[] out, int at) {
    if (factor != 0) {
      BasisMoments.add(factor, columns, 1, out, at, moments.size - 1);
    }
  }
}
