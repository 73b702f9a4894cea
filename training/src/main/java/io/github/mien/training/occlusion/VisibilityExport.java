package io.github.mien.training.occlusion;

import io.github.mien.training.net.Parameters;
import io.github.mien.training.onnx.OnnxGraph;
import io.github.mien.training.onnx.OnnxLayers;

/** Writes the trained network for the crops of the pipeline. */
final class VisibilityExport {
  private VisibilityExport() {}

  static byte[] toOnnx(Parameters parameters) {
    int side = VisibilityBatch.SIDE;
    OnnxGraph graph = new OnnxGraph("visibility");
    String picture = graph.input("picture", 1, 3, side, side);
    OnnxLayers layers = new OnnxLayers(graph, parameters, true);
    String hidden = layers.sigmoid(VisibilityNet.run(layers, picture));
    graph.output(hidden, "hidden", 1, 1, side, side);
    graph.metadata("licence", "Apache-2.0");
    return graph.toByteArray();
  }
}
