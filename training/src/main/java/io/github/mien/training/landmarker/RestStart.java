package io.github.mien.training.landmarker;

import io.github.mien.training.data.RidgeRegression;
import io.github.mien.training.net.Parameters;
import java.util.Arrays;
import java.util.Objects;
import org.bytedeco.pytorch.Tensor;

/**
 * Starts the derived points where a regression on the labels' seen points puts them; the network
 * then only has to refine that. Features count nothing at first.
 */
final class RestStart {
  private static final int SAMPLES = 4000;
  private static final double PENALTY = 1e-6;

  private RestStart() {}

  static void write(SampleMaker samples, Parameters parameters) {
    int in = 2 * PointSplit.SEEN;
    RidgeRegression regression = new RidgeRegression(in, PointSplit.REST);
    Batch batch = Batch.create(1);
    for (int i = 0; i < SAMPLES; i++) {
      samples.labels(batch, i);
      regression.add(batch.seen(), batch.rest());
    }
    RidgeRegression.Solution solution = regression.solve(PENALTY);
    Tensor weight = Objects.requireNonNull(parameters.trained().get("rest.weight"));
    int all = in + LandmarkNet.FEATURES;
    float[] widened = new float[PointSplit.REST * all];
    for (int row = 0; row < PointSplit.REST; row++) {
      float[] part = Arrays.copyOfRange(solution.weight(), row * in, (row + 1) * in);
      System.arraycopy(part, 0, widened, row * all, in);
    }
    Parameters.write(widened, weight);
    Tensor bias = Objects.requireNonNull(parameters.trained().get("rest.bias"));
    Parameters.write(solution.bias(), bias);
  }
}
