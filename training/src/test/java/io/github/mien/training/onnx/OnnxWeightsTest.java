package io.github.mien.training.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OnnxWeightsTest {

  @Test
  void constantsComeBackInTheirOrderHalfOnesWidened() {
    OnnxGraph graph = new OnnxGraph("tiny");
    String x = graph.input("x", 1, 2);
    String full = graph.constant(new float[] {0.1f, -3e-5f}, 1, 2);
    graph.integers(1, 2, 3);
    graph.halfConstant(new float[] {0.5f, 2}, 2, 1);
    graph.output(graph.node("Add", List.of(x, full), Map.of()), "y", 1, 2);
    graph.metadata("licence", "none");

    List<OnnxWeights.Constant> constants = OnnxWeights.read(graph.toByteArray());

    assertThat(constants).hasSize(2);
    assertThat(constants.get(0).shape()).containsExactly(1, 2);
    assertThat(constants.get(0).values()).containsExactly(0.1f, -3e-5f);
    assertThat(constants.get(1).shape()).containsExactly(2, 1);
    assertThat(constants.get(1).values()).containsExactly(0.5f, 2);
  }
}
