package io.github.mien.training.mask;

import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;

/** How far a network is from the shares of pixels that it should find. */
public final class MaskLoss {
  private MaskLoss() {}

  /**
   * Mean cross entropy, written so that it does not overflow.
   *
   * @param found logits
   * @param wanted 0..1
   * @param weight how much each pixel counts
   */
  public static Tensor entropy(Tensor found, Tensor wanted, Tensor weight) {
    Tensor tail = found.abs().neg().exp().log1p();
    Tensor each = found.relu().sub(found.mul(wanted)).add(tail);
    return each.mul(weight).sum().div(weight.sum());
  }

  /**
   * One minus twice the overlap over the sum of both areas, over the batch (Dice; V-Net, Milletari
   * and others 2016, arXiv:1606.04797).
   *
   * @param found 0..1
   * @param wanted 0..1
   * @param weight how much each pixel counts
   */
  public static Tensor dice(Tensor found, Tensor wanted, Tensor weight) {
    Tensor both = found.mul(wanted).mul(weight).sum();
    Tensor areas = found.add(wanted).mul(weight).sum();
    return both.mul(new Scalar(-2)).div(areas.add(new Scalar(1))).add(new Scalar(1));
  }
}
