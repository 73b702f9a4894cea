package io.github.mien.training.superres;

import io.github.mien.training.net.Parameters;
import io.github.mien.training.onnx.OnnxGraph;
import io.github.mien.training.onnx.OnnxLayers;

/** Writes the trained network for pictures of any size. */
final class SuperResolutionExport {
  private SuperResolutionExport() {}

  static byte[] toOnnx(Parameters parameters) {
    OnnxGraph graph = new OnnxGraph("superres");
    String small = graph.input("input", 1, 3, -1, -1);
    OnnxLayers layers = new OnnxLayers(graph, parameters, true);
    graph.output(SuperResolutionNet.run(layers, layers, small), "output", 1, 3, -1, -1);
    graph.metadata("licence", "Apache-2.0");
    return graph.toByteArray();
  }
}
