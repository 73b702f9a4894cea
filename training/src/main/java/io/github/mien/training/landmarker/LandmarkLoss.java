package io.github.mien.training.landmarker;

import io.github.mien.face.FaceMesh;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * What training makes small: the distance of each point from its label, as the figures count it,
 * rounded off below half a pixel; lips, lids and irises count more. Beside it depth, presence and
 * the coefficients.
 */
final class LandmarkLoss {
  private static final double ROUND = 0.003;

  private final Tensor seenWeights;
  private final long restPoints = PointSplit.rest().length;

  LandmarkLoss() {
    seenWeights = Tensor.create(weights(), 1, PointSplit.SEEN).retainReference();
  }

  private static float[] weights() {
    float[] weights = new float[PointSplit.SEEN];
    int[] seen = PointSplit.seen();
    for (int i = 0; i < seen.length; i++) {
      weights[i] = seen[i] >= FaceMesh.FIRST_IRIS ? 2.5f : 1.4f;
    }
    int[][] important = {
      FaceMesh.innerLips(), FaceMesh.outerLips(), FaceMesh.rightEye(), FaceMesh.leftEye()
    };
    for (int[] part : important) {
      for (int point : part) {
        for (int i = 0; i < seen.length; i++) {
          if (seen[i] == point) {
            weights[i] = 2.5f;
          }
        }
      }
    }
    return weights;
  }

  Tensor of(LandmarkNet.Heads<Tensor> heads, Batch batch) {
    long n = batch.size();
    Tensor face = Tensor.create(batch.face(), n, 1);
    Tensor scored = Tensor.create(batch.scored(), n, 1);
    Tensor seen = Tensor.create(batch.seen(), n, 2L * PointSplit.SEEN);
    Tensor rest = Tensor.create(batch.rest(), n, PointSplit.REST);
    Tensor scores = Tensor.create(batch.coefficients(), n, 52);

    Tensor seenLoss = distance(heads.seen().sub(seen)).mul(seenWeights).mul(face).mean();
    Tensor restError = heads.rest().sub(rest);
    Tensor restLoss = distance(restError.narrow(1, 0, 2 * restPoints)).mul(face).mean();
    Tensor depth =
        restError
            .narrow(1, 2 * restPoints, PointSplit.REST - 2 * restPoints)
            .abs()
            .mul(face)
            .mean();
    Tensor presence = torch.binary_cross_entropy_with_logits(heads.presence(), face);
    Tensor coefficients = heads.coefficients().sub(scores).abs().mul(scored).mean();
    return seenLoss
        .add(restLoss)
        .add(depth, new Scalar(0.5))
        .mul(new Scalar(10.0))
        .add(presence, new Scalar(0.1))
        .add(coefficients, new Scalar(0.5));
  }

  /** Lengths of x, y pairs: N, 2 K to N, K. */
  private static Tensor distance(Tensor error) {
    Tensor pairs = error.reshape(error.size(0), -1, 2);
    return pairs.mul(pairs).sum(2).add(new Scalar(ROUND * ROUND)).sqrt();
  }
}
