package io.github.mien.opencv;

import io.github.mien.inference.InferenceException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Names of an ONNX network's inputs and outputs, in the model's order, which OpenCV does not tell.
 * Read from the file's <a href="https://protobuf.dev/programming-guides/encoding/">protocol
 * buffers</a>; field numbers are those of <a
 * href="https://github.com/onnx/onnx/blob/main/onnx/onnx.proto">onnx.proto</a>.
 *
 * @param inputs without those that have a stored value
 * @param outputs all
 */
record OnnxSignature(List<String> inputs, List<String> outputs) {
  private static final int MODEL_GRAPH = 7;
  private static final int GRAPH_INITIALIZER = 5;
  private static final int GRAPH_INPUT = 11;
  private static final int GRAPH_OUTPUT = 12;
  private static final int TENSOR_NAME = 8;
  private static final int VALUE_NAME = 1;

  static OnnxSignature read(byte[] model) {
    try {
      return ofGraph(messages(ByteBuffer.wrap(model), MODEL_GRAPH).get(0));
    } catch (BufferUnderflowException | IndexOutOfBoundsException | IllegalArgumentException e) {
      throw new InferenceException(
          "This is no ONNX network, or a damaged one (" + model.length + " bytes)", e);
    }
  }

  private static OnnxSignature ofGraph(ByteBuffer graph) {
    Set<String> stored = new HashSet<>(names(graph, GRAPH_INITIALIZER, TENSOR_NAME));
    List<String> inputs = new ArrayList<>(names(graph, GRAPH_INPUT, VALUE_NAME));
    inputs.removeIf(stored::contains);
    return new OnnxSignature(inputs, names(graph, GRAPH_OUTPUT, VALUE_NAME));
  }

  private static List<String> names(ByteBuffer graph, int field, int nameField) {
    return messages(graph, field).stream()
        .flatMap(message -> messages(message, nameField).stream().limit(1))
        .map(name -> StandardCharsets.UTF_8.decode(name).toString())
        .toList();
  }

  /** The values of a length-delimited field, in order. */
  private static List<ByteBuffer> messages(ByteBuffer message, int field) {
    List<ByteBuffer> found = new ArrayList<>();
    ByteBuffer rest = message.duplicate();
    while (rest.hasRemaining()) {
      long tag = varint(rest);
      int wireType = (int) tag & 7;
      int length = lengthOf(wireType, rest);
      if (wireType == 2 && tag >>> 3 == field) {
        found.add(rest.slice(rest.position(), length));
      }
      rest.position(rest.position() + length);
    }
    return found;
  }

  private static int lengthOf(int wireType, ByteBuffer rest) {
    return switch (wireType) {
      case 0 -> {
        varint(rest);
        yield 0;
      }
      case 1 -> 8;
      case 2 -> Math.toIntExact(varint(rest));
      case 5 -> 4;
      default -> throw new IllegalArgumentException("wire type " + wireType);
    };
  }

  private static long varint(ByteBuffer in) {
    long value = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      byte b = in.get();
      value |= (b & 0x7fL) << shift;
      if (b >= 0) {
        return value;
      }
    }
    throw new IllegalArgumentException("a number of more than 64 bits");
  }
}
