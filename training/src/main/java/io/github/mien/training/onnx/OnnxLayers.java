package io.github.mien.training.onnx;

import io.github.mien.training.net.Convolution;
import io.github.mien.training.net.Layers;
import io.github.mien.training.net.Parameters;
import io.github.mien.training.net.SoftArgmaxGrid;
import io.github.mien.training.net.TorchLayers;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Layers that write themselves into a graph: values are names. Batch normalisation is folded into
 * the convolution before it; weights are stored in half precision, biases in 32 bits. The operators
 * are those that ONNX Runtime and OpenCV's DNN both run.
 */
public final class OnnxLayers implements Layers<String> {
  private final OnnxGraph graph;
  private final Parameters parameters;
  private final boolean half;

  /**
   * @param graph to add to
   * @param parameters of the trained network
   * @param half whether weights are stored in half precision
   */
  public OnnxLayers(OnnxGraph graph, Parameters parameters, boolean half) {
    this.graph = graph;
    this.parameters = parameters;
    this.half = half;
  }

  @Override
  public String convolution(String name, String x, Convolution shape) {
    float[] bias = parameters.values(name + ".bias");
    return convolve(x, shape, parameters.values(name + ".weight"), bias);
  }

  @Override
  public String convolutionNorm(String name, String x, Convolution shape) {
    float[] weight = parameters.values(name + ".weight");
    float[] scale = parameters.values(name + ".scale");
    float[] shift = parameters.values(name + ".shift");
    float[] mean = parameters.values(name + ".mean");
    float[] variance = parameters.values(name + ".variance");
    float[] bias = new float[shape.out()];
    int fanIn = shape.fanIn();
    for (int c = 0; c < bias.length; c++) {
      double factor = scale[c] / Math.sqrt(variance[c] + TorchLayers.normEpsilon());
      for (int i = c * fanIn; i < (c + 1) * fanIn; i++) {
        weight[i] = (float) (weight[i] * factor);
      }
      bias[c] = (float) (shift[c] - mean[c] * factor);
    }
    return convolve(x, shape, weight, bias);
  }

  @Override
  public String partialConvolution(String name, String x, String seen, Convolution shape) {
    String cover = cover(seen, shape);
    String any = positive(cover);
    String whole = binary("Div", any, binary("Max", cover, least()));
    String y =
        convolve(
            multiply(x, seen), shape, parameters.values(name + ".weight"), new float[shape.out()]);
    String bias = graph.constant(parameters.values(name + ".bias"), 1, shape.out(), 1, 1);
    return add(multiply(y, whole), multiply(any, bias));
  }

  @Override
  public String seenAfter(String seen, Convolution shape) {
    return positive(cover(seen, shape));
  }

  private String cover(String seen, Convolution shape) {
    float[] mean = new float[shape.kernel() * shape.kernel()];
    Arrays.fill(mean, 1f / mean.length);
    Convolution one = new Convolution(1, 1, shape.kernel(), shape.stride(), 1);
    return convolve(seen, one, mean, new float[1]);
  }

  /** 1 where a share is above nought, 0 elsewhere: shares are whole multiples of a kernel's. */
  private String positive(String cover) {
    String lowest = graph.constant(new float[] {0}, 1);
    return graph.node(
        "Min",
        List.of(
            graph.constant(new float[] {1}, 1),
            multiply(binary("Max", cover, lowest), graph.constant(new float[] {1e3f}, 1))),
        Map.of());
  }

  private String least() {
    return graph.constant(new float[] {(float) TorchLayers.leastCover()}, 1);
  }

  private String binary(String operator, String a, String b) {
    return graph.node(operator, List.of(a, b), Map.of());
  }

  private String convolve(String x, Convolution shape, float[] weight, float[] bias) {
    long kernel = shape.kernel();
    long stride = shape.stride();
    long padding = shape.padding();
    return graph.node(
        "Conv",
        List.of(x, weights(weight, shape.weightShape()), graph.constant(bias, bias.length)),
        Map.of(
            "kernel_shape", new long[] {kernel, kernel},
            "strides", new long[] {stride, stride},
            "pads", new long[] {padding, padding, padding, padding},
            "group", (long) shape.groups()));
  }

  @Override
  public String linear(String name, String x, int in, int out) {
    return linear(
        x, parameters.values(name + ".weight"), parameters.values(name + ".bias"), in, out);
  }

  /**
   * A fully connected layer with numbers of the caller's.
   *
   * @param weight out rows of in numbers
   * @param bias out numbers
   */
  public String linear(String x, float[] weight, float[] bias, int in, int out) {
    return graph.node(
        "Gemm",
        List.of(x, weights(weight, out, in), graph.constant(bias, out)),
        Map.of("transB", 1L));
  }

  @Override
  public String relu(String x) {
    return unary("Relu", x);
  }

  @Override
  public String sigmoid(String x) {
    return unary("Sigmoid", x);
  }

  @Override
  public String add(String a, String b) {
    return binary("Add", a, b);
  }

  @Override
  public String multiply(String a, String b) {
    return binary("Mul", a, b);
  }

  @Override
  public String concat(List<String> parts) {
    return graph.node("Concat", parts, Map.of("axis", 1L));
  }

  @Override
  public String upsample(String x) {
    String scales = graph.constant(new float[] {1, 1, 2, 2}, 4);
    return graph.node(
        "Resize",
        List.of(x, "", scales),
        Map.of(
            "mode", "nearest",
            "coordinate_transformation_mode", "asymmetric",
            "nearest_mode", "floor"));
  }

  /** As a transposed convolution with ones and noughts: OpenCV's DepthToSpace wants fixed sizes. */
  @Override
  public String pixelShuffle(String x, int out, int factor) {
    int block = factor * factor;
    float[] ones = new float[out * block * out * block];
    for (int in = 0; in < out * block; in++) {
      ones[(in * out + in / block) * block + in % block] = 1;
    }
    return graph.node(
        "ConvTranspose",
        List.of(x, weights(ones, (long) out * block, out, factor, factor)),
        Map.of(
            "kernel_shape", new long[] {factor, factor}, "strides", new long[] {factor, factor}));
  }

  @Override
  public String maxPool(String x) {
    return graph.node(
        "MaxPool",
        List.of(x),
        Map.of("kernel_shape", new long[] {2, 2}, "strides", new long[] {2, 2}));
  }

  @Override
  public String average(String x) {
    String pooled = unary("GlobalAveragePool", x);
    return graph.node("Flatten", List.of(pooled), Map.of("axis", 1L));
  }

  @Override
  public String pooledMean(String x) {
    return unary("GlobalAveragePool", x);
  }

  @Override
  public String pooledMaximum(String x) {
    return unary("GlobalMaxPool", x);
  }

  @Override
  public String channelMean(String x) {
    return reduced("ReduceMean", x);
  }

  @Override
  public String channelMaximum(String x) {
    return reduced("ReduceMax", x);
  }

  private String reduced(String operator, String x) {
    return graph.node(operator, List.of(x), Map.of("axes", new long[] {1}, "keepdims", 1L));
  }

  @Override
  public String channelsLast(String x, int last) {
    String moved = graph.node("Transpose", List.of(x), Map.of("perm", new long[] {0, 2, 3, 1}));
    return graph.node("Reshape", List.of(moved, graph.integers(1, -1, last)), Map.of());
  }

  @Override
  public String softArgmax(String x, int count, int height, int width) {
    long pixels = (long) height * width;
    String rows = graph.node("Reshape", List.of(x, graph.integers(-1, pixels)), Map.of());
    String weights = graph.node("Softmax", List.of(rows), Map.of("axis", 1L));
    String grid = graph.constant(SoftArgmaxGrid.of(height, width), pixels, 2);
    String points = graph.node("MatMul", List.of(weights, grid), Map.of());
    return graph.node("Reshape", List.of(points, graph.integers(-1, 2L * count)), Map.of());
  }

  private String unary(String operator, String x) {
    return graph.node(operator, List.of(x), Map.of());
  }

  private String weights(float[] values, long... shape) {
    return half ? graph.halfConstant(values, shape) : graph.constant(values, shape);
  }
}
