package io.github.mien.training.render;

import io.github.mien.reconstruct.RenderMaps;
import io.github.mien.training.net.Parameters;
import io.github.mien.training.onnx.OnnxGraph;
import io.github.mien.training.onnx.OnnxLayers;

/** Writes a trained {@link RenderNet} for the crops of the pipeline. */
public final class RenderExport {
  private RenderExport() {}

  /**
   * @param name of the model
   */
  public static byte[] toOnnx(String name, Parameters parameters) {
    int side = RenderBatch.SIDE;
    int small = RenderBatch.MAP_SIDE;
    OnnxGraph graph = new OnnxGraph(name);
    String picture = graph.input("picture", 1, 3, side, side);
    String seen = graph.input("seen", 1, 1, side, side);
    String maps = graph.input("maps", 1, RenderMaps.COUNT, small, small);
    OnnxLayers layers = new OnnxLayers(graph, parameters, true);
    graph.output(RenderNet.run(layers, picture, seen, maps), "change", 1, 3, side, side);
    graph.metadata("licence", "Apache-2.0");
    return graph.toByteArray();
  }
}
