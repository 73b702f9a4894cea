package io.github.mien.training.detector;

import io.github.mien.face.DetectorGrid;
import io.github.mien.training.net.Parameters;
import io.github.mien.training.onnx.OnnxGraph;
import io.github.mien.training.onnx.OnnxLayers;

/** Writes the trained network for pictures of any size. */
final class DetectorExport {
  private DetectorExport() {}

  static byte[] toOnnx(Parameters parameters) {
    OnnxGraph graph = new OnnxGraph("detector");
    String image = graph.input("image", 1, 3, -1, -1);
    String cells = DetectorNet.cells(new OnnxLayers(graph, parameters, true), image);
    graph.output(cells, "cells", 1, -1, DetectorGrid.VALUES);
    graph.metadata("licence", "Apache-2.0");
    return graph.toByteArray();
  }
}
