package io.github.mien.training.landmarker;

import io.github.mien.face.Landmarks;
import io.github.mien.training.net.Parameters;
import io.github.mien.training.onnx.OnnxGraph;
import io.github.mien.training.onnx.OnnxLayers;
import java.util.List;

/** Writes the trained network with the inputs and outputs that the pipeline expects. */
final class LandmarkExport {
  private LandmarkExport() {}

  static byte[] toOnnx(Parameters parameters) {
    OnnxGraph graph = new OnnxGraph("landmarker");
    String image = graph.input("image", 1, 3, LandmarkNet.SIZE, LandmarkNet.SIZE);
    OnnxLayers layers = new OnnxLayers(graph, parameters, true);
    LandmarkNet.Trunk<String> trunk = LandmarkNet.trunk(layers, image);
    int in = 2 * PointSplit.SEEN + LandmarkNet.FEATURES;
    int out = 3 * Landmarks.COUNT;
    String inputs = layers.concat(List.of(trunk.seen(), trunk.features()));
    String landmarks =
        layers.linear(
            inputs,
            allPoints(parameters.values("rest.weight"), in),
            PointSplit.join(new float[2 * PointSplit.SEEN], parameters.values("rest.bias")),
            in,
            out);
    graph.output(landmarks, "landmarks", 1, out);
    graph.output(layers.sigmoid(LandmarkNet.presence(layers, trunk)), "presence", 1, 1);
    graph.output(trunk.features(), "features", 1, LandmarkNet.FEATURES);
    graph.metadata("licence", "Apache-2.0");
    return graph.toByteArray();
  }

  /** The derived numbers' weights with rows of one 1 for the seen points, in the points' order. */
  private static float[] allPoints(float[] rest, int in) {
    float[] all = new float[3 * Landmarks.COUNT * in];
    float[] seenColumn = new float[2 * PointSplit.SEEN];
    float[] restColumn = new float[PointSplit.REST];
    for (int column = 0; column < in; column++) {
      java.util.Arrays.fill(seenColumn, 0);
      if (column < seenColumn.length) {
        seenColumn[column] = 1;
      }
      for (int row = 0; row < restColumn.length; row++) {
        restColumn[row] = rest[row * in + column];
      }
      float[] joined = PointSplit.join(seenColumn, restColumn);
      for (int row = 0; row < joined.length; row++) {
        all[row * in + column] = joined[row];
      }
    }
    return all;
  }
}
