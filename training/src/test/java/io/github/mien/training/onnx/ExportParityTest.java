package io.github.mien.training.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtSession;
import io.github.mien.training.net.AdamW;
import io.github.mien.training.net.Convolution;
import io.github.mien.training.net.Layers;
import io.github.mien.training.net.LibTorch;
import io.github.mien.training.net.Parameters;
import io.github.mien.training.net.TorchLayers;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.AutoGradMode;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ExportParityTest {
  private static final int SIZE = 16;

  @BeforeAll
  static void oneThread() {
    LibTorch.configure(1, 7);
  }

  /** One of every layer: points [N, 6], probability [N, 1], cells [N, 64, 2], and pixels. */
  private static <V> List<V> network(Layers<V> net, V x) {
    V a = net.relu(net.convolutionNorm("stem", x, Convolution.of(3, 8, 3).stride(2)));
    V b = net.relu(net.convolutionNorm("depth", a, new Convolution(8, 8, 3, 1, 8)));
    V small = net.maxPool(net.concat(List.of(net.add(a, b), b)));
    V back = net.upsample(net.convolution("lateral", small, Convolution.of(16, 8, 1)));
    V points = net.softArgmax(net.convolution("maps", back, Convolution.of(8, 3, 1)), 3, 8, 8);
    V probability = net.sigmoid(net.linear("presence", net.average(back), 8, 1));
    V cells = net.channelsLast(net.convolution("cells", back, Convolution.of(8, 2, 1)), 2);
    V pixels = net.pixelShuffle(net.convolution("pixels", back, Convolution.of(8, 27, 1)), 3, 3);
    return List.of(points, probability, cells, pixels);
  }

  @Test
  void onnxRuntimeComputesWhatLibTorchDoes() throws Exception {
    Parameters parameters = trainedALittle();
    float[] input = picture(11);
    OnnxGraph graph = new OnnxGraph("tiny");
    String x = graph.input("image", 1, 3, SIZE, SIZE);
    List<String> outputs = network(new OnnxLayers(graph, parameters, false), x);
    graph.output(outputs.get(0), "points", 1, 6);
    graph.output(outputs.get(1), "probability", 1, 1);
    graph.output(outputs.get(2), "cells", 1, 64, 2);
    graph.output(outputs.get(3), "pixels", 1, 3, 24, 24);

    Map<String, float[]> ran = runOnnx(graph.toByteArray(), input);

    try (PointerScope scope = new PointerScope();
        AutoGradMode off = new AutoGradMode(false)) {
      TorchLayers torch = new TorchLayers(parameters, TorchLayers.Mode.EVALUATE);
      List<Tensor> expected = network(torch, Tensor.create(input, 1, 3, SIZE, SIZE));
      assertThat(ran.get("points"))
          .containsExactly(Parameters.read(expected.get(0)), within(1e-4f));
      assertThat(ran.get("probability"))
          .containsExactly(Parameters.read(expected.get(1)), within(1e-4f));
      assertThat(ran.get("cells")).containsExactly(Parameters.read(expected.get(2)), within(1e-4f));
      assertThat(ran.get("pixels"))
          .containsExactly(Parameters.read(expected.get(3)), within(1e-4f));
    }
  }

  @Test
  void halfPrecisionWeightsChangeLittle() throws Exception {
    Parameters parameters = trainedALittle();
    float[] input = picture(12);

    float[] full = runOnnx(points(parameters, false), input).get("points");
    float[] half = runOnnx(points(parameters, true), input).get("points");

    assertThat(half).containsExactly(full, within(5e-3f));
    assertThat(half).isNotEqualTo(full);
  }

  @Test
  void theSameNetworkIsWrittenAsTheSameBytes() {
    Parameters parameters = trainedALittle();

    assertThat(points(parameters, true)).isEqualTo(points(parameters, true));
  }

  private static byte[] points(Parameters parameters, boolean half) {
    OnnxGraph graph = new OnnxGraph("tiny");
    String x = graph.input("image", 1, 3, SIZE, SIZE);
    graph.output(network(new OnnxLayers(graph, parameters, half), x).get(0), "points", 1, 6);
    return graph.toByteArray();
  }

  /** A few steps, so that statistics, scales and shifts are not those of a fresh network. */
  private static Parameters trainedALittle() {
    Parameters parameters = new Parameters();
    AdamW optimiser = new AdamW(parameters, new Parameters(), 1e-2, n -> n.endsWith(".weight"));
    for (int step = 1; step <= 20; step++) {
      try (PointerScope scope = new PointerScope()) {
        TorchLayers torch = new TorchLayers(parameters, TorchLayers.Mode.TRAIN);
        Tensor x = Tensor.create(picture(step), 1, 3, SIZE, SIZE);
        List<Tensor> outputs = network(torch, x);
        Tensor loss =
            outputs.get(0).sum().add(outputs.get(1).sum()).add(outputs.get(2).abs().mean());
        loss.backward();
        optimiser.step(step, 1e-2);
      }
    }
    return parameters;
  }

  private static float[] picture(int seed) {
    Random random = new Random(seed);
    float[] picture = new float[3 * SIZE * SIZE];
    for (int i = 0; i < picture.length; i++) {
      picture[i] = random.nextFloat();
    }
    return picture;
  }

  private static Map<String, float[]> runOnnx(byte[] model, float[] input) throws Exception {
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    try (OrtSession session = environment.createSession(model);
        OnnxTensor image =
            OnnxTensor.createTensor(
                environment, FloatBuffer.wrap(input), new long[] {1, 3, SIZE, SIZE});
        OrtSession.Result result = session.run(Map.of("image", image))) {
      Map<String, float[]> outputs = new java.util.HashMap<>();
      for (String name : session.getOutputNames()) {
        FloatBuffer values = ((OnnxTensor) result.get(name).orElseThrow()).getFloatBuffer();
        float[] array = new float[values.remaining()];
        values.get(array);
        outputs.put(name, array);
      }
      return outputs;
    }
  }
}
