package io.github.mien.training.net;

/**
 * The shape of a convolution with "same" padding ({@code kernel / 2} on each side).
 *
 * @param in channels that come in
 * @param out channels that go out
 * @param kernel side of the kernel, odd
 * @param stride step in both directions
 * @param groups channel groups that are kept apart; 1 for a dense convolution, {@code in} for a
 *     depthwise one
 */
public record Convolution(int in, int out, int kernel, int stride, int groups) {

  /** Checks the numbers. */
  public Convolution {
    if (kernel % 2 == 0 || in % groups != 0 || out % groups != 0 || stride < 1) {
      throw new IllegalArgumentException(
          "odd kernel, stride of at least 1, channels divisible by groups are needed: kernel "
              + kernel
              + ", stride "
              + stride
              + ", channels "
              + in
              + " and "
              + out
              + ", groups "
              + groups);
    }
  }

  /** A dense convolution of stride 1. */
  public static Convolution of(int in, int out, int kernel) {
    return new Convolution(in, out, kernel, 1, 1);
  }

  /** The same with another stride. */
  public Convolution stride(int stride) {
    return new Convolution(in, out, kernel, stride, groups);
  }

  /** Padding on each side. */
  public int padding() {
    return kernel / 2;
  }

  /** Shape of the weights: out, in per group, kernel, kernel. */
  public long[] weightShape() {
    return new long[] {out, in / groups, kernel, kernel};
  }

  /** Numbers that enter one output: the fan-in. */
  public int fanIn() {
    return in / groups * kernel * kernel;
  }
}
