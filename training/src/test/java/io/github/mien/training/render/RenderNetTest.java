package io.github.mien.training.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtSession;
import io.github.mien.reconstruct.RenderMaps;
import io.github.mien.training.net.LibTorch;
import io.github.mien.training.net.Parameters;
import io.github.mien.training.net.TorchLayers;
import java.nio.FloatBuffer;
import java.util.Map;
import java.util.Random;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.AutoGradMode;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RenderNetTest {
  private static final int SIDE = RenderBatch.SIDE;
  private static final int MAP_SIDE = RenderBatch.MAP_SIDE;

  @BeforeAll
  static void configure() {
    LibTorch.configure(1, 7);
  }

  /** With a hole, so that partial convolutions have something to leave out. */
  @Test
  void onnxRuntimePaintsWhatLibTorchDoes() throws Exception {
    Parameters parameters = fresh();
    RenderBatch batch = noise(3);

    float[] torch = RenderScore.painted(batch, parameters);
    float[] onnx = onnx(RenderExport.toOnnx("renderer", parameters), batch);

    for (int i = 0; i < torch.length; i++) {
      assertThat(batch.picture()[i] + onnx[i]).isCloseTo(torch[i], within(2e-2f));
    }
  }

  @Test
  void whatLiesInAHoleDoesNotMatter() {
    Parameters parameters = fresh();
    RenderBatch one = noise(4);
    RenderBatch other = noise(4);
    for (int i = 0; i < RenderBatch.PLANE; i++) {
      if (one.seen()[i] == 0) {
        other.picture()[i] = 0.9f;
      }
    }

    assertThat(change(parameters, other)).containsExactly(change(parameters, one), within(1e-5f));
  }

  @Test
  void aNewNetworkPaintsNextToNothing() {
    Parameters parameters = fresh();
    double wild = largest(change(parameters, noise(5)));

    RenderNet.startStill(parameters);

    assertThat(largest(change(parameters, noise(5)))).isLessThan(0.02 * wild);
  }

  private static double largest(float[] change) {
    double largest = 0;
    for (float value : change) {
      largest = Math.max(largest, Math.abs(value));
    }
    return largest;
  }

  private static Parameters fresh() {
    Parameters parameters = new Parameters();
    RenderScore.painted(RenderBatch.empty(1), parameters);
    return parameters;
  }

  private static float[] change(Parameters parameters, RenderBatch batch) {
    try (PointerScope scope = new PointerScope();
        AutoGradMode off = new AutoGradMode(false)) {
      TorchLayers layers = new TorchLayers(parameters, TorchLayers.Mode.EVALUATE);
      return Parameters.read(
          RenderNet.run(
              layers,
              Tensor.create(batch.picture(), 1, 3, SIDE, SIDE),
              Tensor.create(batch.seen(), 1, 1, SIDE, SIDE),
              Tensor.create(batch.maps(), 1, RenderMaps.COUNT, MAP_SIDE, MAP_SIDE)));
    }
  }

  private static RenderBatch noise(int seed) {
    Random random = new Random(seed);
    RenderBatch batch = RenderBatch.empty(1);
    for (float[] numbers : new float[][] {batch.picture(), batch.maps()}) {
      for (int i = 0; i < numbers.length; i++) {
        numbers[i] = random.nextFloat();
      }
    }
    java.util.Arrays.fill(batch.gate(), 1);
    for (int i = 0; i < RenderBatch.PLANE; i++) {
      boolean hole = Math.abs(i % SIDE - 120) < 40 && Math.abs(i / SIDE - 90) < 30;
      batch.seen()[i] = hole ? 0 : 1;
    }
    return batch;
  }

  private static float[] onnx(byte[] model, RenderBatch batch) throws Exception {
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    try (OrtSession session = environment.createSession(model);
        OnnxTensor picture = tensor(environment, batch.picture(), 3, SIDE);
        OnnxTensor seen = tensor(environment, batch.seen(), 1, SIDE);
        OnnxTensor maps = tensor(environment, batch.maps(), RenderMaps.COUNT, MAP_SIDE);
        OrtSession.Result result =
            session.run(Map.of("picture", picture, "seen", seen, "maps", maps))) {
      FloatBuffer values = ((OnnxTensor) result.get(0)).getFloatBuffer();
      float[] array = new float[values.remaining()];
      values.get(array);
      return array;
    }
  }

  private static OnnxTensor tensor(
      OrtEnvironment environment, float[] numbers, int channels, int side) throws Exception {
    return OnnxTensor.createTensor(
        environment, FloatBuffer.wrap(numbers), new long[] {1, channels, side, side});
  }
}
