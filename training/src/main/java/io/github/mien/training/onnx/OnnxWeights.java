package io.github.mien.training.onnx;

import io.github.mien.model.Half;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/** Reads the constants back out of a model that {@link OnnxGraph} wrote. */
public final class OnnxWeights {
  private static final int GRAPH = 7;
  private static final int INITIALIZER = 5;
  private static final int FLOAT = 1;
  private static final int FLOAT16 = 10;

  private final ByteBuffer in;
  private final List<Constant> constants = new ArrayList<>();

  /**
   * A constant of 32-bit floats, or of half ones, widened.
   *
   * @param values row by row
   */
  public record Constant(long[] shape, float[] values) {}

  private OnnxWeights(byte[] model) {
    in = ByteBuffer.wrap(model).order(ByteOrder.LITTLE_ENDIAN);
  }

  /**
   * The constants of floats, in the order in which they were added.
   *
   * @param model a file's bytes
   */
  public static List<Constant> read(byte[] model) {
    OnnxWeights weights = new OnnxWeights(model);
    weights.message(model.length, 0);
    return weights.constants;
  }

  /** Goes through a message and into the graph, of which it takes the constants. */
  private void message(int end, int depth) {
    while (in.position() < end) {
      int tag = (int) varint();
      if ((tag & 7) != 2) {
        skip(tag & 7);
        continue;
      }
      int length = (int) varint();
      int next = in.position() + length;
      if (depth == 0 && tag >>> 3 == GRAPH) {
        message(next, 1);
      } else if (depth == 1 && tag >>> 3 == INITIALIZER) {
        tensor(next);
      }
      in.position(next);
    }
  }

  private void tensor(int end) {
    List<Long> shape = new ArrayList<>();
    int type = 0;
    byte[] raw = {};
    while (in.position() < end) {
      int tag = (int) varint();
      switch (tag) {
        case 1 << 3 -> shape.add(varint());
        case 2 << 3 -> type = (int) varint();
        case 9 << 3 | 2 -> {
          raw = new byte[(int) varint()];
          in.get(raw);
        }
        case 8 << 3 | 2 -> {
          int length = (int) varint();
          in.position(in.position() + length);
        }
        default -> throw new IllegalArgumentException("field " + (tag >>> 3) + " is not expected");
      }
    }
    if (type == FLOAT || type == FLOAT16) {
      long[] extents = shape.stream().mapToLong(Long::longValue).toArray();
      constants.add(new Constant(extents, floats(raw, type)));
    }
  }

  private static float[] floats(byte[] raw, int type) {
    ByteBuffer numbers = ByteBuffer.wrap(raw).order(ByteOrder.LITTLE_ENDIAN);
    float[] values = new float[raw.length / (type == FLOAT ? 4 : 2)];
    for (int i = 0; i < values.length; i++) {
      values[i] = type == FLOAT ? numbers.getFloat() : Half.toFloat(numbers.getShort());
    }
    return values;
  }

  private void skip(int wireType) {
    switch (wireType) {
      case 0 -> varint();
      case 1 -> in.position(in.position() + 8);
      case 5 -> in.position(in.position() + 4);
      default -> throw new IllegalArgumentException("wire type " + wireType + " is not expected");
    }
  }

  private long varint() {
    long value = 0;
    for (int shift = 0; ; shift += 7) {
      byte b = in.get();
      value |= (long) (b & 0x7f) << shift;
      if (b >= 0) {
        return value;
      }
    }
  }
}
