package io.github.mien.training.occlusion;

import io.github.mien.reconstruct.RenderMaps;
import io.github.mien.training.net.TorchLayers;
import io.github.mien.training.render.RenderNet;
import org.bytedeco.pytorch.LongOptional;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.ScalarTypeOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * How far filled faces are from whole ones, in the holes: the mean absolute difference of the
 * levels and of their steps from pixel to pixel, and one minus the structural similarity (Wang and
 * others 2004) in windows of 7 pixels.
 */
final class FillLoss {
  private static final double C1 = 0.01 * 0.01;
  private static final double C2 = 0.03 * 0.03;
  private static final double STEPS = 0.5;
  private static final double STRUCTURE = 0.15;
  private static final int WINDOW = 7;

  private FillLoss() {}

  static Tensor of(FillBatch batch, TorchLayers net) {
    int n = batch.size();
    int side = FillBatch.SIDE;
    Tensor truth = Tensor.create(batch.truth(), n, 3, side, side);
    Tensor judged = Tensor.create(batch.judged(), n, 1, side, side);
    Tensor filled = filled(batch, net, judged);
    Tensor area = judged.sum().add(new Scalar(1));
    Tensor off = filled.sub(truth).mul(judged);
    Tensor levels = off.abs().sum();
    Tensor steps = step(off, 2).add(step(off, 3));
    Tensor structure = unlike(filled, truth).mul(judged).sum();
    return levels
        .add(steps.mul(new Scalar(STEPS)))
        .div(area.mul(new Scalar(3)))
        .add(structure.mul(new Scalar(STRUCTURE)).div(area));
  }

  /** The pictures with their holes painted. */
  static Tensor filled(FillBatch batch, TorchLayers net, Tensor judged) {
    int n = batch.size();
    int side = FillBatch.SIDE;
    int small = FillBatch.MAP_SIDE;
    Tensor change =
        RenderNet.run(
                net,
                Tensor.create(batch.picture(), n, 3, side, side),
                Tensor.create(batch.seen(), n, 1, side, side),
                Tensor.create(batch.maps(), n, RenderMaps.COUNT, small, small))
            .to(torch.ScalarType.Float);
    return Tensor.create(batch.base(), n, 3, side, side).add(change.mul(judged));
  }

  private static Tensor step(Tensor off, long axis) {
    long inner = off.size(axis) - 1;
    return off.narrow(axis, 1, inner).sub(off.narrow(axis, 0, inner)).abs().sum();
  }

  private static Tensor unlike(Tensor a, Tensor b) {
    Tensor x = a.mean(new long[] {1}, true, new ScalarTypeOptional());
    Tensor y = b.mean(new long[] {1}, true, new ScalarTypeOptional());
    Tensor mx = window(x), my = window(y);
    Tensor vx = window(x.mul(x)).sub(mx.mul(mx));
    Tensor vy = window(y.mul(y)).sub(my.mul(my));
    Tensor both = window(x.mul(y)).sub(mx.mul(my));
    Tensor light = twice(mx.mul(my), C1).div(mx.mul(mx).add(my.mul(my)).add(new Scalar(C1)));
    Tensor shape = twice(both, C2).div(vx.add(vy).add(new Scalar(C2)));
    return light.mul(shape).neg().add(new Scalar(1));
  }

  private static Tensor twice(Tensor x, double more) {
    return x.mul(new Scalar(2)).add(new Scalar(more));
  }

  private static Tensor window(Tensor x) {
    long[] window = {WINDOW, WINDOW};
    long[] step = {1, 1};
    long[] padding = {WINDOW / 2, WINDOW / 2};
    return torch.avg_pool2d(x, window, step, padding, false, true, new LongOptional());
  }
}
