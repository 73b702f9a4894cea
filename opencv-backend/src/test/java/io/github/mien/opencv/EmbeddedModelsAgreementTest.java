package io.github.mien.opencv;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mien.inference.Backends;
import io.github.mien.inference.InferenceSession;
import io.github.mien.inference.SessionOptions;
import io.github.mien.inference.Tensor;
import io.github.mien.model.ModelStore;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every embedded network computes the same on ONNX Runtime and on OpenCV. */
class EmbeddedModelsAgreementTest {
  private static final double TOLERANCE = 1e-3;

  @ParameterizedTest(name = "{0} at {1} x {2}")
  @CsvSource({
    ModelStore.LANDMARKER + ", 128, 128",
    ModelStore.DETECTOR + ", 320, 320",
    ModelStore.DETECTOR + ", 192, 352",
    ModelStore.SUPER_RESOLUTION + ", 48, 32",
    ModelStore.SUPER_RESOLUTION + ", 20, 44"
  })
  void computesTheSame(String model, int width, int height) throws IOException {
    Tensor picture = picture(width, height);

    Map<String, Tensor> expected = run(model, "onnxruntime", picture);
    Map<String, Tensor> actual = run(model, "opencv", picture);

    assertThat(actual.keySet()).containsExactlyElementsOf(expected.keySet());
    expected.forEach((output, numbers) -> assertAgree(output, actual.get(output), numbers));
  }

  private static Map<String, Tensor> run(String model, String backend, Tensor picture)
      throws IOException {
    try (InferenceSession session =
        ModelStore.embedded()
            .open(model, Backends.discover().choose(backend), SessionOptions.DEFAULT)) {
      return session.run(Map.of(session.inputs().get(0), picture));
    }
  }

  /** Relative to the largest number of the output; a probability's scale is 1. */
  private static void assertAgree(String output, Tensor actual, Tensor expected) {
    assertThat(actual.shape()).as("shape of " + output).isEqualTo(expected.shape());
    double largest = output.equals("presence") ? 1 : 0;
    double worst = 0;
    for (int i = 0; i < expected.data().length; i++) {
      largest = Math.max(largest, Math.abs(expected.data()[i]));
      worst = Math.max(worst, Math.abs(actual.data()[i] - expected.data()[i]));
    }
    assertThat(worst / largest)
        .as("largest relative difference of " + output)
        .isLessThan(TOLERANCE);
  }

  /** Waves of three lengths, in -1..1. */
  private static Tensor picture(int width, int height) {
    float[] planes = new float[3 * width * height];
    for (int i = 0; i < planes.length; i++) {
      int x = i % width, y = i / width % height, c = i / (width * height);
      planes[i] =
          (float) (Math.sin(0.05 * x + c) * Math.cos(0.07 * y - c) + Math.sin(0.9 * x + 0.6 * y))
              / 2;
    }
    return Tensor.of(planes, 1, 3, height, width);
  }
}
