package io.github.mien.morphable;

import io.github.mien.face.Landmarks;

/**
 * Takes a face apart into identity α, expression β and pose: the maximum of the posterior under
 * independent errors of the points and normal priors, β within its bounds, by Levenberg and
 * Marquardt's method (Marquardt 1963) with held bounds. x and y of the points are used, not z.
 *
 * <p>A perspective camera is fitted as one far away that sees the points where the depths of the
 * last round would put them, which converges to the exact camera.
 *
 * <p>Immutable, thread-safe; the memory that a fit works in is a {@link FitWorkspace}.
 */
public final class LeastSquaresFitter {
  private static final int ROUNDS = 20;
  private static final double SMALLEST_STEP = 1e-3;
  private static final double DAMPING = 1e-6;
  private static final double MOST_DAMPING = 1e6;

  private final FaceBasis basis;
  private final BasisMoments moments;
  private final double[] usual;
  private final double[] precision;

  /**
   * @param basis to fit
   */
  public LeastSquaresFitter(FaceBasis basis) {
    this.basis = basis;
    moments = new BasisMoments(basis);
    usual = new double[moments.size];
    precision = new double[moments.size];
    usual[0] = 1;
    int column = 1;
    for (float deviation : basis.identityDeviations()) {
      precision[column++] = precision(deviation);
    }
    ExpressionPrior prior = basis.prior();
    for (int i = 0; i < prior.mean().length; i++) {
      usual[column] = prior.mean()[i];
      precision[column++] = precision(prior.deviations()[i]);
    }
  }

  private static double precision(float deviation) {
    return 1.0 / ((double) deviation * deviation);
  }

  /** What is fitted. */
  public FaceBasis basis() {
    return basis;
  }

  /** Memory for fits of one thread. */
  public FitWorkspace workspace() {
    return new FitWorkspace(this, moments, basis);
  }

  /**
   * Fits a face as seen from far away.
   *
   * @param landmarks in pixels
   */
  public MorphableFit fit(Landmarks landmarks) {
    return fit(landmarks, Camera.FAR);
  }

  /**
   * Fits a face.
   *
   * @param landmarks in pixels
   * @param camera that took the picture
   */
  public MorphableFit fit(Landmarks landmarks, Camera camera) {
    return fit(landmarks.xy(basis.points()), camera, workspace());
  }

  /**
   * Fits points; allocates the result only.
   *
   * @param xy of the points of the basis, in its order, in pixels
   * @param camera that took the picture
   * @param workspace of this fitter; modified
   * @throws IllegalArgumentException if the points are too few or show no face
   */
  public MorphableFit fit(double[] xy, Camera camera, FitWorkspace workspace) {
    if (xy.length != 2 * moments.points) {
      throw new IllegalArgumentException(
          "needs x and y of %d points, %d numbers, not %d"
              .formatted(moments.points, 2 * moments.points, xy.length));
    }
    if (workspace.owner != this) {
      throw new IllegalArgumentException("the workspace belongs to another fitter");
    }
    start(xy, workspace);
    double damping = DAMPING;
    for (int round = 0; round < ROUNDS; round++) {
      if (camera instanceof Camera.Perspective perspective) {
        workspace.seen.correct(perspective, workspace.state, moments);
      }
      damping = improve(workspace, damping);
      if (damping > MOST_DAMPING || workspace.step.largest() < SMALLEST_STEP) {
        break;
      }
    }
    return result(xy, camera, workspace);
  }

  private void start(double[] xy, FitWorkspace workspace) {
    workspace.seen.see(xy, moments);
    FitState state = workspace.state;
    System.arraycopy(usual, 0, state.theta, 0, usual.length);
    state.sum(moments);
    state.pose(moments, workspace.seen, workspace.small, workspace.row, workspace.pivots);
  }

  /**
   * One step downhill.
   *
   * @return the damping for the next; more than MOST_DAMPING if there is no way down
   */
  private double improve(FitWorkspace workspace, double damping) {
    FitState state = workspace.state;
    double noise = basis.prior().noise() * state.scale;
    double before = objective(state, workspace.seen, noise * noise);
    workspace.equations.build(state, workspace.seen, usual, precision, noise * noise);
    double tried = damping;
    while (tried <= MOST_DAMPING) {
      if (workspace.step.solve(workspace.equations, tried, state.theta)) {
        workspace.step.apply(state, workspace.trial);
        workspace.trial.sum(moments);
        if (objective(workspace.trial, workspace.seen, noise * noise) <= before) {
          workspace.accept();
          return Math.max(DAMPING, tried / 10);
        }
      }
      if (workspace.step.largest() < SMALLEST_STEP) {
        return tried;
      }
      tried *= 10;
    }
    return tried;
  }

  private double objective(FitState state, Observation seen, double variance) {
    double sum = 0;
    for (int i = 1; i < usual.length; i++) {
      double d = state.theta[i] - usual[i];
      sum += precision[i] * d * d;
    }
    return state.distance(seen) + 0.5 * variance * sum;
  }

  private MorphableFit result(double[] xy, Camera camera, FitWorkspace workspace) {
    FitState state = workspace.state;
    int people = basis.identity().length;
    float[] alpha = new float[people];
    for (int i = 0; i < people; i++) {
      alpha[i] = (float) state.theta[1 + i];
    }
    float[] beta = new float[basis.expression().length];
    for (int i = 0; i < beta.length; i++) {
      beta[i] = (float) state.theta[1 + people + i];
    }
    Observation seen = workspace.seen;
    HeadFrame frame =
        new HeadFrame(
            state.rotation.clone(),
            state.scale * seen.unit(),
            new double[] {seen.pixelX(state.shift[0]), seen.pixelY(state.shift[1]), 0});
    double residual = 100 * seen.distance(camera, state, moments) / eyeDistance(xy);
    return new MorphableFit(alpha, beta, frame, camera, residual);
  }

  /** Distance between the outer corners of the eyes. */
  private double eyeDistance(double[] xy) {
    int right = 2 * basis.rightEye(), left = 2 * basis.leftEye();
    return Math.hypot(xy[left] - xy[right], xy[left + 1] - xy[right + 1]);
  }
}
