package io.github.mien.training.render;

import io.github.mien.reconstruct.RenderMaps;
import io.github.mien.training.net.TorchLayers;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/** One batch under the network, and how far it is from the truth. */
final class RenderLoss {
  private static final int MOUTH = 4;
  private static final float MOUTH_WEIGHT = 3;
  private static final float COARSE_WEIGHT = 1.5f;
  private static final float PERCEPTUAL = 0.012f;

  /** How coarsely places that only nearly belong together are compared. */
  private static final int COARSE = 4;

  /** What the network made of the batch. */
  final Tensor painted;

  /** The truth where something was painted, the picture elsewhere. */
  final Tensor wanted;

  private final Tensor weight;
  private final Tensor exact;
  private final Tensor mouth;

  RenderLoss(RenderBatch batch, TorchLayers net) {
    int n = batch.size();
    int side = RenderBatch.SIDE;
    int small = RenderBatch.MAP_SIDE;
    Tensor picture = Tensor.create(batch.picture(), n, 3, side, side);
    Tensor seen = Tensor.create(batch.seen(), n, 1, side, side);
    Tensor maps = Tensor.create(batch.maps(), n, RenderMaps.COUNT, small, small);
    Tensor truth = Tensor.create(batch.truth(), n, 3, side, side);
    Tensor gate = large(Tensor.create(batch.gate(), n, 1, small, small));
    exact = Tensor.create(batch.exact(), n, 1, 1, 1);
    mouth = large(maps.narrow(1, MOUTH, 1));
    Tensor change = RenderNet.run(net, picture, seen, maps).to(torch.ScalarType.Float);
    painted = picture.add(change.mul(gate));
    wanted = picture.add(truth.sub(picture).mul(gate));
    weight =
        gate.gt(new Scalar(0))
            .to(torch.ScalarType.Float)
            .mul(mouth.mul(new Scalar(MOUTH_WEIGHT)).add(new Scalar(1)));
  }

  private static Tensor large(Tensor small) {
    return torch.upsample_nearest2d(small, 2 * small.size(2), 2 * small.size(3));
  }

  /** Mean absolute difference: of pixels where they belong together, coarsely elsewhere. */
  Tensor pixels() {
    Tensor difference = painted.sub(wanted);
    Tensor fine = difference.abs().mul(weight);
    Tensor strict = exact.add(mouth.mul(new Scalar(0.3))).clamp_max(new Scalar(1));
    Tensor blurred =
        torch.avg_pool2d(difference, COARSE).abs().mul(torch.avg_pool2d(weight, COARSE));
    Tensor loose = exact.neg().add(new Scalar(1)).mul(new Scalar(COARSE_WEIGHT));
    return fine.mul(strict).mean().add(blurred.mul(loose).mean());
  }

  /** How unlike the two are to the landmarker. */
  Tensor perceptual(LandmarkerFeatures features) {
    return features.distance(painted, wanted).mul(new Scalar(PERCEPTUAL));
  }
}
