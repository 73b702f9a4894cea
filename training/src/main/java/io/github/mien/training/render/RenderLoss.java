package io.github.mien.training.render;

import io.github.mien.reconstruct.RenderMaps;
import io.github.mien.training.net.TorchLayers;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * One batch under the network, and how far it is from the truth.
 *
 * <p>Where the truth is the photo that was moved away and back, its skin has the folds already:
 * only the mouth, the eyes and holes are learnt from it. What a smile does to the skin is learnt
 * from other photos of the same people, whose pixels only nearly belong together: there the squared
 * difference of coarse pixels is compared, whose least is the mean.
 */
final class RenderLoss {
  private static final int MOUTH = 4;
  private static final int EYES = 5;
  private static final float MOUTH_WEIGHT = 4;
  private static final float EYES_WEIGHT = 1;
  private static final float HOLE_WEIGHT = 1;
  private static final float SKIN_WEIGHT = 0.05f;
  private static final float NEARLY_MOUTH = 0.3f;
  private static final float COARSE_WEIGHT = 40;
  private static final float CRITIC_MOUTH = 4;
  private static final float PERCEPTUAL = 0.012f;

  /** How far around lips and lids counts to them, in pixels of the maps, odd. */
  private static final int AROUND = 9;

  /** How coarsely places that only nearly belong together are compared. */
  private static final int COARSE = 4;

  /** What the network made of the batch. */
  final Tensor painted;

  /** The truth where something was painted, the picture elsewhere. */
  final Tensor wanted;

  private final Tensor gate;
  private final Tensor exact;
  private final Tensor mouth;
  private final Tensor eyes;
  private final Tensor holes;

  RenderLoss(RenderBatch batch, TorchLayers net) {
    int n = batch.size();
    int side = RenderBatch.SIDE;
    int small = RenderBatch.MAP_SIDE;
    Tensor picture = Tensor.create(batch.picture(), n, 3, side, side);
    Tensor seen = Tensor.create(batch.seen(), n, 1, side, side);
    Tensor maps = Tensor.create(batch.maps(), n, RenderMaps.COUNT, small, small);
    Tensor truth = Tensor.create(batch.truth(), n, 3, side, side);
    gate = large(Tensor.create(batch.gate(), n, 1, small, small));
    exact = Tensor.create(batch.exact(), n, 1, 1, 1);
    Tensor shown = is(gate.gt(new Scalar(0)));
    mouth = large(around(maps.narrow(1, MOUTH, 1))).mul(shown);
    eyes = large(around(maps.narrow(1, EYES, 1))).mul(shown);
    holes = seen.neg().add(new Scalar(1));
    Tensor change = RenderNet.run(net, picture, seen, maps).to(torch.ScalarType.Float);
    painted = picture.add(change.mul(gate));
    wanted = picture.add(truth.sub(picture).mul(gate));
  }

  private static Tensor around(Tensor map) {
    long[] kernel = {AROUND, AROUND};
    long[] one = {1, 1};
    return torch.max_pool2d(map, kernel, one, new long[] {AROUND / 2, AROUND / 2}, one, false);
  }

  private static Tensor large(Tensor small) {
    return torch.upsample_nearest2d(small, 2 * small.size(2), 2 * small.size(3));
  }

  /** The difference of levels. */
  Tensor pixels() {
    Tensor difference = painted.sub(wanted);
    Tensor fine = difference.abs();
    Tensor strictly =
        weighted(mouth, MOUTH_WEIGHT)
            .add(weighted(eyes, EYES_WEIGHT))
            .add(weighted(holes, HOLE_WEIGHT))
            .add(weighted(gate, SKIN_WEIGHT));
    Tensor nearly = weighted(mouth, NEARLY_MOUTH * MOUTH_WEIGHT);
    Tensor apart = is(exact.lt(new Scalar(1)));
    Tensor weight =
        strictly.mul(is(exact.eq(new Scalar(1)))).add(nearly.mul(is(exact.eq(new Scalar(0)))));
    Tensor coarse = torch.avg_pool2d(difference, COARSE).square();
    return fine.mul(weight).mean().add(weighted(coarse.mul(apart), COARSE_WEIGHT).mean());
  }

  private static Tensor is(Tensor condition) {
    return condition.to(torch.ScalarType.Float);
  }

  /**
   * The mean of what a critic says of patches, by how much of what is painted shows in them, the
   * mouth more.
   */
  Tensor whereShown(Tensor verdict) {
    int patch = (int) (painted.size(2) / verdict.size(2));
    Tensor shown = gate.add(weighted(mouth, CRITIC_MOUTH));
    Tensor weight = torch.avg_pool2d(shown, patch);
    Tensor sum = verdict.to(torch.ScalarType.Float).mul(weight).sum();
    return sum.div(weight.sum().add(new Scalar(1)));
  }

  private static Tensor weighted(Tensor region, float weight) {
    return region.mul(new Scalar(weight));
  }

  /** How unlike the two are to the landmarker. */
  Tensor perceptual(LandmarkerFeatures features) {
    Tensor learnt = mouth.add(eyes).add(holes).clamp_max(new Scalar(1));
    Tensor looked = torch.max(learnt, is(exact.lt(new Scalar(1))));
    Tensor there = wanted.add(painted.sub(wanted).mul(looked));
    return features.distance(there, wanted).mul(new Scalar(PERCEPTUAL));
  }
}
