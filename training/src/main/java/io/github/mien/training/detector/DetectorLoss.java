package io.github.mien.training.detector;

import io.github.mien.face.DetectorGrid;
import io.github.mien.training.net.Parameters;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * Cross entropy on the scores, where a cell that holds a face should be as sure as its box is good
 * (as in arXiv:2006.04388, whose focal weights learn more slowly here: pictures are full of faces).
 * On those cells also the overlap of the box, and the distance of its numbers and of the points
 * from the truth, in shares of the face.
 */
final class DetectorLoss {
  private static final double ROUND = 0.02;
  private static final double MAX_LOGARITHM = 5;

  /**
   * @param total what is made small
   * @param score mean loss of the scores per positive cell
   * @param overlap mean intersection over union of the boxes
   * @param points mean distance of the points in shares of the face
   */
  record Terms(Tensor total, Tensor score, Tensor overlap, Tensor points) {
    float[] values() {
      return new float[] {
        Parameters.read(total)[0],
        Parameters.read(score)[0],
        Parameters.read(overlap)[0],
        Parameters.read(points)[0]
      };
    }
  }

  private DetectorLoss() {}

  /**
   * @param output N, cells, {@link DetectorGrid#VALUES}
   */
  static Terms of(Tensor output, DetectorBatch batch) {
    Tensor rows = output.reshape(-1, DetectorGrid.VALUES);
    Tensor logits = rows.select(1, 0);
    Tensor weights = Tensor.create(batch.weights(), batch.weights().length);
    Tensor quality = torch.zeros(batch.weights().length);
    int faces = batch.cells().length;
    if (faces == 0) {
      Tensor none = torch.zeros(1);
      Tensor score = entropy(logits, quality, weights);
      return new Terms(score, score, none, none);
    }
    Tensor cells = Tensor.create(batch.cells(), faces).to(torch.ScalarType.Long);
    Tensor said = rows.index_select(0, cells).narrow(1, 1, CellTargets.VALUES);
    Tensor truth = Tensor.create(batch.values(), faces, CellTargets.VALUES);
    Tensor overlap = overlap(said, truth);
    Tensor sure = overlap.detach().mul(new Scalar(0.5)).add(new Scalar(0.5));
    quality.index_add_(0, cells, sure);
    Tensor score = entropy(logits, quality, weights).div(new Scalar((double) faces));

    Tensor side = truth.narrow(1, 2, 2).mean(1).exp().reshape(faces, 1);
    Tensor error = said.sub(truth);
    Tensor offset = error.narrow(1, 0, 2).div(side).abs().mean();
    Tensor extent = error.narrow(1, 2, 2).abs().mean();
    Tensor points = distance(error.narrow(1, 4, 10).div(side).reshape(faces, 5, 2)).mean();
    Tensor mean = overlap.mean();
    Tensor total =
        score
            .add(mean.neg().add(new Scalar(1.0)), new Scalar(1.5))
            .add(offset, new Scalar(2.0))
            .add(extent, new Scalar(1.0))
            .add(points, new Scalar(8.0));
    return new Terms(total, score, mean, points);
  }

  private static Tensor entropy(Tensor logits, Tensor quality, Tensor weights) {
    return torch.softplus(logits).sub(logits.mul(quality)).mul(weights).sum();
  }

  /** Intersection over union of boxes given as offset of the centre and logarithm of the size. */
  private static Tensor overlap(Tensor said, Tensor truth) {
    Tensor saidSize = said.narrow(1, 2, 2).clamp_max(new Scalar(MAX_LOGARITHM)).exp();
    Tensor trueSize = truth.narrow(1, 2, 2).exp();
    Tensor saidHalf = saidSize.mul(new Scalar(0.5));
    Tensor trueHalf = trueSize.mul(new Scalar(0.5));
    Tensor saidMiddle = said.narrow(1, 0, 2);
    Tensor trueMiddle = truth.narrow(1, 0, 2);
    Tensor low = torch.maximum(saidMiddle.sub(saidHalf), trueMiddle.sub(trueHalf));
    Tensor high = torch.minimum(saidMiddle.add(saidHalf), trueMiddle.add(trueHalf));
    Tensor both = area(high.sub(low).clamp_min(new Scalar(0.0)));
    Tensor either = area(saidSize).add(area(trueSize)).sub(both);
    return both.div(either);
  }

  private static Tensor area(Tensor sizes) {
    return sizes.select(1, 0).mul(sizes.select(1, 1));
  }

  private static Tensor distance(Tensor pairs) {
    return pairs.mul(pairs).sum(2).add(new Scalar(ROUND * ROUND)).sqrt();
  }
}
