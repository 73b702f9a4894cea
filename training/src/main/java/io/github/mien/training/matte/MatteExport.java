package io.github.mien.training.matte;

import io.github.mien.training.net.Parameters;
import io.github.mien.training.onnx.OnnxGraph;
import io.github.mien.training.onnx.OnnxLayers;

/** Writes the trained network for the crops of the pipeline. */
final class MatteExport {
  private MatteExport() {}

  static byte[] toOnnx(Parameters parameters) {
    int side = MatteBatch.SIDE;
    OnnxGraph graph = new OnnxGraph("matte");
    String picture = graph.input("picture", 1, 3, side, side);
    OnnxLayers layers = new OnnxLayers(graph, parameters, true);
    String alpha = layers.sigmoid(MatteNet.NET.run(layers, picture));
    graph.output(alpha, "alpha", 1, 1, side, side);
    graph.metadata("licence", "Apache-2.0");
    return graph.toByteArray();
  }
}
