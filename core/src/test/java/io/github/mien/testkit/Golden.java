package io.github.mien.testkit;

import io.github.mien.inference.Tensor;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * A small network, an input and what LibTorch computes of it; made by {@code GoldenNetworks} of the
 * training module.
 *
 * @param model an ONNX file
 * @param input by name
 * @param outputs by name, in the model's order
 */
record Golden(byte[] model, Map<String, Tensor> input, Map<String, Tensor> outputs) {

  static Golden read(String name) throws IOException {
    try (InputStream model = resource(name + ".onnx");
        DataInputStream in = new DataInputStream(resource(name + ".golden"))) {
      int count = in.readInt();
      Map<String, Tensor> input = Map.of(in.readUTF(), tensor(in));
      Map<String, Tensor> outputs = new LinkedHashMap<>();
      for (int i = 1; i < count; i++) {
        outputs.put(in.readUTF(), tensor(in));
      }
      return new Golden(model.readAllBytes(), input, outputs);
    }
  }

  private static InputStream resource(String file) {
    return Objects.requireNonNull(Golden.class.getResourceAsStream(file), file);
  }

  private static Tensor tensor(DataInputStream in) throws IOException {
    int[] shape = new int[in.readInt()];
    int size = 1;
    for (int i = 0; i < shape.length; i++) {
      shape[i] = in.readInt();
      size *= shape[i];
    }
    float[] data = new float[size];
    for (int i = 0; i < size; i++) {
      data[i] = in.readFloat();
    }
    return Tensor.of(data, shape);
  }
}
