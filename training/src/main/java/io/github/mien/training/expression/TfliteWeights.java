package io.github.mien.training.expression;

import io.github.mien.model.Half;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The half-precision constants of a TFLite file by name. The file is a FlatBuffer, of which this
 * reads the tables that lead to them: Model → SubGraph → Tensor → Buffer.
 */
final class TfliteWeights {
  private static final int MODEL_SUBGRAPHS = 2;
  private static final int MODEL_BUFFERS = 4;
  private static final int SUBGRAPH_TENSORS = 0;
  private static final int TENSOR_TYPE = 1;
  private static final int TENSOR_BUFFER = 2;
  private static final int TENSOR_NAME = 3;
  private static final int BUFFER_DATA = 0;
  private static final int FLOAT16 = 1;

  private final ByteBuffer bytes;
  private final Map<String, float[]> weights = new LinkedHashMap<>();

  TfliteWeights(byte[] file) {
    bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    int model = follow(0);
    int buffers = vector(model, MODEL_BUFFERS);
    int tensors = vector(element(vector(model, MODEL_SUBGRAPHS), 0), SUBGRAPH_TENSORS);
    for (int i = 0; i < bytes.getInt(tensors); i++) {
      int tensor = element(tensors, i);
      int type = field(tensor, TENSOR_TYPE);
      int buffer = field(tensor, TENSOR_BUFFER);
      int data = buffer == 0 ? 0 : vector(element(buffers, bytes.getInt(buffer)), BUFFER_DATA);
      if (type != 0 && bytes.get(type) == FLOAT16 && data != 0) {
        weights.put(name(tensor), halves(data));
      }
    }
  }

  /**
   * The constant whose name holds all the given parts.
   *
   * @throws IOException if there is none or more than one
   */
  float[] get(String... parts) throws IOException {
    float[] found = null;
    for (Map.Entry<String, float[]> e : weights.entrySet()) {
      boolean all = true;
      for (String part : parts) {
        all &= e.getKey().contains(part);
      }
      if (all && found != null) {
        throw new IOException("more than one constant is named " + String.join("…", parts));
      }
      found = all ? e.getValue() : found;
    }
    if (found == null) {
      throw new IOException(
          "no constant is named " + String.join("…", parts) + "; is it another version?");
    }
    return found;
  }

  private float[] halves(int vector) {
    float[] numbers = new float[bytes.getInt(vector) / 2];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = Half.toFloat(bytes.getShort(vector + 4 + 2 * i));
    }
    return numbers;
  }

  private String name(int tensor) {
    int at = vector(tensor, TENSOR_NAME);
    return new String(bytes.array(), at + 4, bytes.getInt(at), StandardCharsets.UTF_8);
  }

  private int follow(int at) {
    return at + bytes.getInt(at);
  }

  /** Where a field of a table is, 0 if it is not there. */
  private int field(int table, int index) {
    int layout = table - bytes.getInt(table);
    int entry = 4 + 2 * index;
    int offset = entry < bytes.getShort(layout) ? bytes.getShort(layout + entry) : 0;
    return offset == 0 ? 0 : table + offset;
  }

  private int vector(int table, int index) {
    int at = field(table, index);
    return at == 0 ? 0 : follow(at);
  }

  private int element(int vector, int index) {
    return follow(vector + 4 + 4 * index);
  }
}
