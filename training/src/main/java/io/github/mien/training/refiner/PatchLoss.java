package io.github.mien.training.refiner;

import io.github.mien.face.FacePatch;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;

/**
 * What training makes small: the distance of each point from its label, of the maps' points alike,
 * and how far the coefficients would be read wrongly for it.
 */
final class PatchLoss {
  /** Errors below, in patch widths, hardly count. */
  private static final double ROUND = 0.0035;

  private static final double SEEN = 0.3;
  private static final double POINTS = 17;
  private static final double COEFFICIENTS = 20;
  private static final double COEFFICIENT_ROUND = 0.003;

  private PatchLoss() {}

  static Tensor of(PatchNet.Heads<Tensor> heads, PatchBatch batch, int points) {
    long n = batch.size();
    long numbers = 2L * points;
    Tensor labels = Tensor.create(batch.labels(), n, numbers);
    Tensor error = heads.refined().sub(labels);
    Tensor distance = distance(error).add(distance(heads.seen().sub(labels)), new Scalar(SEEN));
    Tensor sensitivity = Tensor.create(batch.sensitivity(), n, Sensitivity.COEFFICIENTS, numbers);
    Tensor coefficients = length(sensitivity.bmm(error.unsqueeze(2)), COEFFICIENT_ROUND);
    return distance.mul(new Scalar(POINTS)).add(coefficients.mean(), new Scalar(COEFFICIENTS));
  }

  /** Mean length of x, y pairs in widths of the patch. */
  private static Tensor distance(Tensor error) {
    float[] isotropic = {1, (float) FacePatch.HEIGHT / FacePatch.WIDTH};
    Tensor pairs = error.reshape(error.size(0), -1, 2).mul(Tensor.create(isotropic, 1, 1, 2));
    return length(pairs, ROUND).mean();
  }

  /** Along the last axis. */
  private static Tensor length(Tensor pairs, double round) {
    return pairs.mul(pairs).sum(2).add(new Scalar(round * round)).sqrt();
  }
}
