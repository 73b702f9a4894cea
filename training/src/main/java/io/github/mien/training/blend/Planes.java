package io.github.mien.training.blend;

import io.github.mien.training.onnx.OnnxGraph;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Arithmetic on planes, [N, 1, H, W], written as nodes of a graph; values are names. */
final class Planes {
  private static final long FLOAT = 1;

  private final OnnxGraph graph;
  private final Map<Kernel, String> kernels = new EnumMap<>(Kernel.class);
  private final String one;
  private final String two;
  private final String rows;
  private final String columns;
  private final String origin;
  private final String end;
  private final String plane;
  private final String steps;
  private final String oneMore;

  Planes(OnnxGraph graph) {
    this.graph = graph;
    one = graph.constant(new float[] {1}, 1);
    two = graph.constant(new float[] {2}, 1);
    rows = graph.integers(2);
    columns = graph.integers(3);
    origin = graph.integers(0, 0);
    end = graph.integers(Integer.MAX_VALUE, Integer.MAX_VALUE);
    plane = graph.integers(2, 3);
    steps = graph.integers(2, 2);
    oneMore = graph.integers(0, 0, 0, 0, 0, 0, 1, 1);
  }

  String add(String a, String b) {
    return node("Add", a, b);
  }

  String subtract(String a, String b) {
    return node("Sub", a, b);
  }

  String multiply(String a, String b) {
    return node("Mul", a, b);
  }

  String divide(String a, String b) {
    return node("Div", a, b);
  }

  String abs(String a) {
    return node("Abs", a);
  }

  String oneMinus(String a) {
    return node("Sub", one, a);
  }

  String number(float number) {
    return graph.constant(new float[] {number}, 1);
  }

  String min(String a, String b) {
    return node("Min", a, b);
  }

  String max(String a, String b) {
    return node("Max", a, b);
  }

  /** 1 where a is less than b, else 0. */
  String less(String a, String b) {
    return graph.node("Cast", List.of(node("Less", a, b)), Map.of("to", FLOAT));
  }

  /** 1 everywhere, in the size of a plane. */
  String ones(String like) {
    return add(multiply(like, graph.constant(new float[] {0}, 1)), one);
  }

  /** For each pixel 1 if its column is even, else 0. */
  String evenColumns(String like) {
    return parity(node("CumSum", ones(like), columns));
  }

  /** For each pixel 1 if its row is even, else 0. */
  String evenRows(String like) {
    return parity(node("CumSum", ones(like), rows));
  }

  /** 1 for odd numbers, 0 for even ones. */
  private String parity(String numbers) {
    return graph.node("Mod", List.of(numbers, two), Map.of("fmod", 1L));
  }

  /** 2 for each side of a plane that is a single pixel, multiplied. */
  String doubledIfThin(String like) {
    String size = graph.node("Shape", List.of(like), Map.of("start", 2L));
    String thin = node("Equal", size, graph.integers(1, 1));
    String factors = add(graph.node("Cast", List.of(thin), Map.of("to", FLOAT)), one);
    return graph.node("ReduceProd", List.of(factors), Map.of("keepdims", 1L));
  }

  /** The largest number regardless of sign, [1, 1, 1, 1]. */
  String largest(String a) {
    return graph.node("ReduceMax", List.of(abs(a)), Map.of("keepdims", 1L));
  }

  /** A convolution; beyond the plane all is 0. */
  String convolve(String x, Kernel kernel) {
    return convolve(x, kernel, 1);
  }

  /** To half as many columns and rows, by the transpose of bilinear interpolation. */
  String restrict(String x) {
    return convolve(x, Kernel.BILINEAR, 2);
  }

  private String convolve(String x, Kernel kernel, long stride) {
    return graph.node(
        "Conv",
        List.of(x, weights(kernel)),
        Map.of(
            "kernel_shape",
            new long[] {3, 3},
            "strides",
            new long[] {stride, stride},
            "pads",
            new long[] {1, 1, 1, 1}));
  }

  private String weights(Kernel kernel) {
    return kernels.computeIfAbsent(kernel, k -> graph.constant(k.weights(), 1, 1, 3, 3));
  }

  /** Even columns of even rows. */
  String everyOther(String x) {
    return graph.node("Slice", List.of(x, origin, end, plane, steps), Map.of());
  }

  /** To the size of a plane twice as large, bilinear; the last column and row are repeated. */
  String interpolate(String x, String like) {
    String longer = graph.node("Pad", List.of(x, oneMore), Map.of("mode", "edge"));
    String larger =
        graph.node(
            "ConvTranspose",
            List.of(longer, weights(Kernel.BILINEAR)),
            Map.of(
                "kernel_shape",
                new long[] {3, 3},
                "strides",
                new long[] {2, 2},
                "pads",
                new long[] {1, 1, 1, 1}));
    String size = graph.node("Shape", List.of(like), Map.of("start", 2L));
    return graph.node("Slice", List.of(larger, origin, size, plane), Map.of());
  }

  private String node(String operator, String... inputs) {
    return graph.node(operator, List.of(inputs), Map.of());
  }
}
