package io.github.mien.training.net;

import java.util.List;

/**
 * The layers that networks are made of, over values of any kind. A network is written once, as a
 * method over {@code Layers<V>}: run with {@link TorchLayers} it computes and trains, run with the
 * layers of the {@code onnx} package it writes itself down as an ONNX graph. Parameters are known
 * by name; using a name twice shares them.
 *
 * @param <V> what flows between layers
 */
public interface Layers<V> {

  /** Convolution with bias; N, C, H, W. */
  V convolution(String name, V x, Convolution shape);

  /** Convolution without bias, then batch normalisation. */
  V convolutionNorm(String name, V x, Convolution shape);

  /**
   * Convolution of the pixels that are seen alone (partial convolution, Liu and others 2018,
   * arXiv:1804.07723): the sum over the seen ones is scaled up to the whole kernel; where none is
   * seen the result is nought. Pixels beyond the border count as not seen.
   *
   * @param seen N, 1, H, W of 1 and 0
   */
  V partialConvolution(String name, V x, V seen, Convolution shape);

  /**
   * Where {@link #partialConvolution} of that shape saw something: N, 1, H / stride, W / stride.
   */
  V seenAfter(V seen, Convolution shape);

  /** Fully connected layer with bias: N, in to N, out. Always in 32-bit floats. */
  V linear(String name, V x, int in, int out);

  /** max(x, 0). */
  V relu(V x);

  /** 1 / (1 + exp(-x)). */
  V sigmoid(V x);

  /** a + b, of the same shape. */
  V add(V a, V b);

  /** a * b; extents of 1 are repeated. */
  V multiply(V a, V b);

  /** Joined along the channels (axis 1). */
  V concat(List<V> parts);

  /** Twice the height and width by repeating pixels. */
  V upsample(V x);

  /**
   * Channels become pixels (Shi and others 2016, arXiv:1609.05158): N, C * factor², H, W to N, C,
   * factor * H, factor * W, channel c * factor² + factor * i + j at row i, column j of each block.
   *
   * @param out C, channels that go out
   */
  V pixelShuffle(V x, int out, int factor);

  /** Maximum over blocks of 2 by 2. */
  V maxPool(V x);

  /** Mean over height and width: N, C, H, W to N, C. */
  V average(V x);

  /** Mean over height and width: N, C, H, W to N, C, 1, 1. */
  V pooledMean(V x);

  /** Maximum over height and width: N, C, H, W to N, C, 1, 1. */
  V pooledMaximum(V x);

  /** Mean over the channels: N, C, H, W to N, 1, H, W. */
  V channelMean(V x);

  /** Maximum over the channels: N, C, H, W to N, 1, H, W. */
  V channelMaximum(V x);

  /** N, C, H, W to N, H * W * C / last, last: the order of anchor-free detection heads. */
  V channelsLast(V x, int last);

  /**
   * Where heat maps point to: softmax over each map, then the expected position. Pixel centres are
   * at ((i + 0.5) / size - 0.5), so that the map spans -0.5..0.5 in both directions.
   *
   * @param x N, count, height, width
   * @return N, 2 * count: x, y of each map
   */
  V softArgmax(V x, int count, int height, int width);
}
