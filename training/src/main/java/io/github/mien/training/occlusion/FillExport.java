package io.github.mien.training.occlusion;

import io.github.mien.reconstruct.RenderMaps;
import io.github.mien.training.net.Parameters;
import io.github.mien.training.onnx.OnnxGraph;
import io.github.mien.training.onnx.OnnxLayers;
import io.github.mien.training.render.RenderNet;

/** Writes the trained network for the crops of the pipeline. */
final class FillExport {
  private FillExport() {}

  static byte[] toOnnx(Parameters parameters) {
    int side = FillBatch.SIDE;
    int small = FillBatch.MAP_SIDE;
    OnnxGraph graph = new OnnxGraph("fill");
    String picture = graph.input("picture", 1, 3, side, side);
    String seen = graph.input("seen", 1, 1, side, side);
    String maps = graph.input("maps", 1, RenderMaps.COUNT, small, small);
    OnnxLayers layers = new OnnxLayers(graph, parameters, true);
    graph.output(RenderNet.run(layers, picture, seen, maps), "change", 1, 3, side, side);
    graph.metadata("licence", "Apache-2.0");
    return graph.toByteArray();
  }
}
