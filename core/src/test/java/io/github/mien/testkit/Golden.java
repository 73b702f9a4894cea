package io.github.mien.testkit;

import io.github.mien.inference.Tensor;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A small network, inputs and what LibTorch computes of them; made by {@code GoldenNetworks} of the
 * training module.
 *
 * @param model an ONNX file
 * @param cases at least one
 */
record Golden(byte[] model, List<Case> cases) {

  /**
   * @param input by name
   * @param outputs by name, in the model's order
   */
  record Case(Map<String, Tensor> input, Map<String, Tensor> outputs) {}

  static Golden read(String name) throws IOException {
    try (InputStream model = resource(name + ".onnx");
        DataInputStream in = new DataInputStream(resource(name + ".golden"))) {
      List<Case> cases = new ArrayList<>();
      for (int left = in.readInt(); left > 0; left--) {
        cases.add(new Case(tensors(in, 1), tensors(in, in.readInt())));
      }
      return new Golden(model.readAllBytes(), cases);
    }
  }

  Map<String, Tensor> input() {
    return cases.get(0).input();
  }

  Map<String, Tensor> outputs() {
    return cases.get(0).outputs();
  }

  private static Map<String, Tensor> tensors(DataInputStream in, int count) throws IOException {
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    for (int i = 0; i < count; i++) {
      tensors.put(in.readUTF(), tensor(in));
    }
    return tensors;
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
