package io.github.mien.training.onnx;

import io.github.mien.model.Half;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A graph under construction, written as an <a
 * href="https://github.com/onnx/onnx/blob/main/onnx/onnx.proto">ONNX</a> ModelProto of opset 17.
 * Numbers of the field tags are those of onnx.proto. Extents of -1 are left open.
 */
public final class OnnxGraph {
  private static final int IR_VERSION = 8;
  private static final int OPSET = 17;
  private static final int FLOAT = 1;
  private static final int INT64 = 7;
  private static final int FLOAT16 = 10;

  private final String name;
  private final List<ProtoWriter> nodes = new ArrayList<>();
  private final List<ProtoWriter> initializers = new ArrayList<>();
  private final List<ProtoWriter> inputs = new ArrayList<>();
  private final List<ProtoWriter> outputs = new ArrayList<>();
  private final Map<String, String> metadata = new LinkedHashMap<>();
  private int counter;

  /**
   * @param name of the graph
   */
  public OnnxGraph(String name) {
    this.name = name;
  }

  /** Adds an input of 32-bit floats and returns its name. */
  public String input(String input, long... shape) {
    inputs.add(valueInfo(input, shape));
    return input;
  }

  /**
   * Makes a value an output of the graph.
   *
   * @param value what {@link #node} returned
   * @param output its name outside
   */
  public void output(String value, String output, long... shape) {
    nodes.add(nodeProto("Identity", List.of(value), output, Map.of()));
    outputs.add(valueInfo(output, shape));
  }

  /** Adds a pair of strings to the model. */
  public void metadata(String key, String value) {
    metadata.put(key, value);
  }

  /** A constant of 32-bit floats. */
  public String constant(float[] values, long... shape) {
    ByteBuffer raw = littleEndian(4 * values.length);
    for (float value : values) {
      raw.putFloat(value);
    }
    return initializer(FLOAT, raw.array(), shape);
  }

  /**
   * A constant stored in half precision and cast to 32-bit floats in the graph; runtimes do that
   * once, when they load the model.
   */
  public String halfConstant(float[] values, long... shape) {
    ByteBuffer raw = littleEndian(2 * values.length);
    for (float value : values) {
      raw.putShort(Half.of(value));
    }
    String half = initializer(FLOAT16, raw.array(), shape);
    return node("Cast", List.of(half), Map.of("to", (long) FLOAT));
  }

  /** A constant list of whole numbers. */
  public String integers(long... values) {
    ByteBuffer raw = littleEndian(8 * values.length);
    for (long value : values) {
      raw.putLong(value);
    }
    return initializer(INT64, raw.array(), values.length);
  }

  /**
   * Adds a node with one output.
   *
   * @param operator such as {@code Conv}
   * @param inputs names of values; empty for an input that is left out
   * @param attributes values of type Long, Float, String or long[]
   * @return name of the output
   */
  public String node(String operator, List<String> inputs, Map<String, Object> attributes) {
    String output = operator.toLowerCase(java.util.Locale.ROOT) + "_" + counter++;
    nodes.add(nodeProto(operator, inputs, output, attributes));
    return output;
  }

  /** The model as a file's bytes. */
  public byte[] toByteArray() {
    ProtoWriter graph = new ProtoWriter();
    nodes.forEach(n -> graph.message(1, n));
    graph.text(2, name);
    initializers.forEach(i -> graph.message(5, i));
    inputs.forEach(i -> graph.message(11, i));
    outputs.forEach(o -> graph.message(12, o));
    ProtoWriter model =
        new ProtoWriter()
            .number(1, IR_VERSION)
            .text(2, "mien-training")
            .message(7, graph)
            .message(8, new ProtoWriter().text(1, "").number(2, OPSET));
    metadata.forEach((k, v) -> model.message(14, new ProtoWriter().text(1, k).text(2, v)));
    return model.toByteArray();
  }

  private String initializer(int type, byte[] raw, long... shape) {
    String constant = "constant_" + counter++;
    ProtoWriter tensor = new ProtoWriter();
    for (long extent : shape) {
      tensor.number(1, extent);
    }
    initializers.add(tensor.number(2, type).text(8, constant).bytes(9, raw));
    return constant;
  }

  private static ProtoWriter nodeProto(
      String operator, List<String> inputs, String output, Map<String, Object> attributes) {
    ProtoWriter node = new ProtoWriter();
    inputs.forEach(i -> node.text(1, i));
    node.text(2, output).text(3, output).text(4, operator);
    new TreeMap<>(attributes).forEach((key, value) -> node.message(5, attribute(key, value)));
    return node;
  }

  private static ProtoWriter attribute(String key, Object value) {
    ProtoWriter attribute = new ProtoWriter().text(1, key);
    if (value instanceof Float real) {
      return attribute.real(2, real).number(20, 1);
    }
    if (value instanceof Long number) {
      return attribute.number(3, number).number(20, 2);
    }
    if (value instanceof String text) {
      return attribute.text(4, text).number(20, 3);
    }
    if (value instanceof long[] numbers) {
      for (long number : numbers) {
        attribute.number(8, number);
      }
      return attribute.number(20, 7);
    }
    throw new IllegalArgumentException("no attribute type for " + value.getClass());
  }

  private static ProtoWriter valueInfo(String value, long... shape) {
    ProtoWriter dimensions = new ProtoWriter();
    for (int i = 0; i < shape.length; i++) {
      ProtoWriter dimension = new ProtoWriter();
      if (shape[i] < 0) {
        dimension.text(2, "d" + i);
      } else {
        dimension.number(1, shape[i]);
      }
      dimensions.message(1, dimension);
    }
    ProtoWriter tensor = new ProtoWriter().number(1, FLOAT).message(2, dimensions);
    return new ProtoWriter().text(1, value).message(2, new ProtoWriter().message(1, tensor));
  }

  private static ByteBuffer littleEndian(int bytes) {
    return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}
