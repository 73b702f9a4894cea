package io.github.mien.morphable;

/**
 * Memory of a {@link LeastSquaresFitter} for one fit at a time, so that the next one need not
 * allocate it. Belongs to the fitter that made it; not thread-safe: one for each thread.
 */
public final class FitWorkspace {
  final LeastSquaresFitter owner;
  final Observation seen;
  final NormalEquations equations;
  final BoundedStep step;
  final double[] small = new double[16];
  final double[] row = new double[4];
  final double[] pivots = new double[4];
  FitState state;
  FitState trial;

  FitWorkspace(LeastSquaresFitter owner, BasisMoments moments, FaceBasis basis) {
    this.owner = owner;
    seen = new Observation(moments);
    equations = new NormalEquations(moments);
    int firstBounded = NormalEquations.POSE + basis.identity().length;
    ExpressionPrior prior = basis.prior();
    step = new BoundedStep(equations.size, firstBounded, prior.least(), prior.most());
    state = new FitState(moments.size);
    trial = new FitState(moments.size);
  }

  /** Makes the trial the state. */
  void accept() {
    FitState before = state;
    state = trial;
    trial = before;
  }
}
