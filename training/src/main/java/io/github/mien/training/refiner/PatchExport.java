package io.github.mien.training.refiner;

import io.github.mien.face.FacePatch;
import io.github.mien.training.net.Parameters;
import io.github.mien.training.onnx.OnnxGraph;
import io.github.mien.training.onnx.OnnxLayers;

/** Writes a trained network with the inputs and outputs that the pipeline expects. */
final class PatchExport {
  private PatchExport() {}

  static byte[] toOnnx(Parameters parameters, PatchedPart part) {
    OnnxGraph graph = new OnnxGraph(part.model());
    int patches = part.patches().size();
    PatchNet net = part.net();
    String image = graph.input("image", patches, 3, FacePatch.HEIGHT, FacePatch.WIDTH);
    String points = graph.input("points", patches, net.outputs());
    OnnxLayers layers = new OnnxLayers(graph, parameters, true);
    graph.output(net.run(layers, image, points).refined(), "refined", patches, net.outputs());
    graph.metadata("licence", "Apache-2.0");
    return graph.toByteArray();
  }
}
