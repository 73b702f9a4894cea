package io.github.mien.training.net;

import java.util.List;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.ScalarTypeOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/**
 * Layers that compute on LibTorch. With {@link Mode#TRAIN_BF16} feature maps and convolutions are
 * in bfloat16 while parameters, statistics, coordinates and fully connected layers stay in 32 bits;
 * a processor with AVX512-BF16 trains about twice as fast so. Call it inside a {@code PointerScope}
 * per step, so that the native memory of a step is freed with it.
 */
public final class TorchLayers implements Layers<Tensor> {
  private static final double NORM_EPSILON = 1e-5;
  private static final double NORM_MOMENTUM = 0.05;
  private static final double LEAST_COVER = 1e-3;

  /** Whether batch statistics are taken, and in which format feature maps are. */
  public enum Mode {
    /** Batch statistics, 32-bit. */
    TRAIN,
    /** Batch statistics, feature maps in bfloat16. */
    TRAIN_BF16,
    /** Running statistics, 32-bit. */
    EVALUATE,
    /** Running statistics, feature maps in bfloat16. */
    EVALUATE_BF16;

    boolean trains() {
      return this == TRAIN || this == TRAIN_BF16;
    }

    boolean bf16() {
      return this == TRAIN_BF16 || this == EVALUATE_BF16;
    }
  }

  private final Parameters parameters;
  private final Mode mode;

  /** Layers whose parameters are those of the set, made there when first used. */
  public TorchLayers(Parameters parameters, Mode mode) {
    this.parameters = parameters;
    this.mode = mode;
  }

  @Override
  public Tensor convolution(String name, Tensor x, Convolution shape) {
    Tensor bias = parameters.trained(name + ".bias", () -> torch.zeros(shape.out()));
    return convolve(name, x, shape, new TensorOptional(compute(bias)));
  }

  @Override
  public Tensor convolutionNorm(String name, Tensor x, Convolution shape) {
    Tensor y = convolve(name, x, shape, new TensorOptional());
    int n = shape.out();
    Tensor scale = parameters.trained(name + ".scale", () -> torch.ones(n));
    Tensor shift = parameters.trained(name + ".shift", () -> torch.zeros(n));
    Tensor mean = parameters.kept(name + ".mean", () -> torch.zeros(n));
    Tensor variance = parameters.kept(name + ".variance", () -> torch.ones(n));
    return torch.batch_norm(
        y,
        new TensorOptional(scale),
        new TensorOptional(shift),
        new TensorOptional(mean),
        new TensorOptional(variance),
        mode.trains(),
        NORM_MOMENTUM,
        NORM_EPSILON,
        false);
  }

  /** The epsilon beside the variance, for whoever folds the normalisation into the weights. */
  public static double normEpsilon() {
    return NORM_EPSILON;
  }

  private Tensor convolve(String name, Tensor x, Convolution shape, TensorOptional bias) {
    Tensor weight =
        parameters.trained(
            name + ".weight",
            () ->
                torch
                    .randn(shape.weightShape())
                    .mul_(new Scalar((float) Math.sqrt(2.0 / shape.fanIn()))));
    long[] stride = {shape.stride(), shape.stride()};
    long[] padding = {shape.padding(), shape.padding()};
    long[] dilation = {1, 1};
    return torch.conv2d(
        compute(x), compute(weight), bias, stride, padding, dilation, shape.groups());
  }

  @Override
  public Tensor partialConvolution(String name, Tensor x, Tensor seen, Convolution shape) {
    Tensor bias = parameters.trained(name + ".bias", () -> torch.zeros(shape.out()));
    Tensor cover = cover(seen, shape);
    Tensor any = cover.gt(new Scalar(0)).to(torch.ScalarType.Float);
    Tensor whole = any.div(cover.clamp_min(new Scalar(LEAST_COVER)));
    Tensor y = convolve(name, multiply(x, seen), shape, new TensorOptional());
    Tensor placed = multiply(any, bias.view(1, -1, 1, 1));
    return multiply(y, whole).add(compute(placed));
  }

  @Override
  public Tensor seenAfter(Tensor seen, Convolution shape) {
    return cover(seen, shape).gt(new Scalar(0)).to(torch.ScalarType.Float);
  }

  /** What share of each kernel is seen. */
  private static Tensor cover(Tensor seen, Convolution shape) {
    int k = shape.kernel();
    Tensor mean = torch.ones(1, 1, k, k).div_(new Scalar(k * k));
    long[] stride = {shape.stride(), shape.stride()};
    long[] padding = {shape.padding(), shape.padding()};
    return torch.conv2d(
        exact(seen), mean, new TensorOptional(), stride, padding, new long[] {1, 1}, 1);
  }

  /** Below the share of one pixel of any kernel. */
  public static double leastCover() {
    return LEAST_COVER;
  }

  @Override
  public Tensor linear(String name, Tensor x, int in, int out) {
    Tensor weight =
        parameters.trained(
            name + ".weight",
            () -> torch.randn(out, in).mul_(new Scalar((float) Math.sqrt(1.0 / in))));
    Tensor bias = parameters.trained(name + ".bias", () -> torch.zeros(out));
    return torch.linear(exact(x), weight, new TensorOptional(bias));
  }

  @Override
  public Tensor relu(Tensor x) {
    return x.relu();
  }

  @Override
  public Tensor sigmoid(Tensor x) {
    return x.sigmoid();
  }

  @Override
  public Tensor add(Tensor a, Tensor b) {
    return a.add(b);
  }

  @Override
  public Tensor multiply(Tensor a, Tensor b) {
    return compute(a).mul(compute(b));
  }

  @Override
  public Tensor concat(List<Tensor> parts) {
    return torch.cat(new TensorVector(parts.toArray(Tensor[]::new)), 1);
  }

  @Override
  public Tensor upsample(Tensor x) {
    return torch.upsample_nearest2d(x, 2 * x.size(2), 2 * x.size(3));
  }

  @Override
  public Tensor pixelShuffle(Tensor x, int out, int factor) {
    return torch.pixel_shuffle(x, factor);
  }

  @Override
  public Tensor maxPool(Tensor x) {
    return torch.max_pool2d(x, 2, 2);
  }

  @Override
  public Tensor average(Tensor x) {
    return exact(x).mean(2, 3);
  }

  @Override
  public Tensor pooledMean(Tensor x) {
    return x.mean(new long[] {2, 3}, true, new ScalarTypeOptional());
  }

  @Override
  public Tensor pooledMaximum(Tensor x) {
    return x.amax(new long[] {2, 3}, true);
  }

  @Override
  public Tensor channelMean(Tensor x) {
    return x.mean(new long[] {1}, true, new ScalarTypeOptional());
  }

  @Override
  public Tensor channelMaximum(Tensor x) {
    return x.amax(new long[] {1}, true);
  }

  @Override
  public Tensor channelsLast(Tensor x, int last) {
    return exact(x).permute(0, 2, 3, 1).reshape(x.size(0), -1, last);
  }

  @Override
  public Tensor softArgmax(Tensor x, int count, int height, int width) {
    Tensor grid = Tensor.create(SoftArgmaxGrid.of(height, width), (long) height * width, 2);
    Tensor weights = exact(x).reshape(-1, (long) height * width).softmax(1);
    return weights.matmul(grid).reshape(-1, 2L * count);
  }

  private Tensor compute(Tensor x) {
    return mode.bf16() ? x.to(torch.ScalarType.BFloat16) : x;
  }

  private static Tensor exact(Tensor x) {
    return x.to(torch.ScalarType.Float);
  }
}
