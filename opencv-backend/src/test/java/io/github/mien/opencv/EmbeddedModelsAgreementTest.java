package io.github.mien.opencv;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mien.face.FacePatch;
import io.github.mien.inference.Backends;
import io.github.mien.inference.InferenceSession;
import io.github.mien.inference.SessionOptions;
import io.github.mien.inference.Tensor;
import io.github.mien.model.ModelStore;
import io.github.mien.reconstruct.FaceRenderer;
import io.github.mien.reconstruct.RenderMaps;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every embedded network computes the same on ONNX Runtime and on OpenCV. */
class EmbeddedModelsAgreementTest {
  private static final double TOLERANCE = 1e-3;

  /** Of a network whose output is small against what its layers add up. */
  private static final double DEEP_TOLERANCE = 6e-3;

  @ParameterizedTest(name = "{0} at {2} x {3}")
  @CsvSource({
    ModelStore.LANDMARKER + ", image, 128, 128",
    ModelStore.DETECTOR + ", image, 320, 320",
    ModelStore.DETECTOR + ", image, 192, 352",
    ModelStore.SUPER_RESOLUTION + ", input, 48, 32",
    ModelStore.SUPER_RESOLUTION + ", input, 20, 44"
  })
  void computesTheSame(String model, String name, int width, int height) throws IOException {
    Map<String, Tensor> input = Map.of(name, picture(1, width, height));

    Map<String, Tensor> expected = run(model, "onnxruntime", input);
    Map<String, Tensor> actual = run(model, "opencv", input);

    assertThat(actual.keySet()).containsExactlyElementsOf(expected.keySet());
    expected.forEach((output, numbers) -> assertAgree(output, actual.get(output), numbers));
  }

  /** They see two patches at once and the points that were read before. */
  @ParameterizedTest
  @CsvSource({ModelStore.LANDMARKER_EYES + ", RIGHT_EYE", ModelStore.LANDMARKER_MOUTH + ", MOUTH"})
  void refinesTheSame(String model, FacePatch patch) throws IOException {
    int numbers = 2 * patch.points().length;
    float[] points = new float[2 * numbers];
    for (int i = 0; i < points.length; i++) {
      points[i] = (float) Math.sin(i) / 2;
    }
    Map<String, Tensor> input =
        Map.of(
            "image", picture(2, FacePatch.WIDTH, FacePatch.HEIGHT),
            "points", Tensor.of(points, 2, numbers));

    Map<String, Tensor> expected = run(model, "onnxruntime", input);
    Map<String, Tensor> actual = run(model, "opencv", input);

    assertAgree("refined", actual.get("refined"), expected.get("refined"));
  }

  /** It looks past a hole in the picture. */
  @Test
  void rendersTheSame() throws IOException {
    int side = FaceRenderer.SIZE;
    int small = FaceRenderer.MAP_SIZE;
    float[] seen = new float[side * side];
    for (int i = 0; i < seen.length; i++) {
      seen[i] = Math.hypot(i % side - 90, i / side - 140) < 30 ? 0 : 1;
    }
    Map<String, Tensor> input =
        Map.of(
            "picture", picture(1, side, side),
            "seen", Tensor.of(seen, 1, 1, side, side),
            "maps",
                Tensor.of(
                    picture(RenderMaps.COUNT / 3, small, small).data(),
                    1,
                    RenderMaps.COUNT,
                    small,
                    small));

    Map<String, Tensor> expected = run(ModelStore.RENDERER, "onnxruntime", input);
    Map<String, Tensor> actual = run(ModelStore.RENDERER, "opencv", input);

    assertAgree("change", actual.get("change"), expected.get("change"), DEEP_TOLERANCE);
  }

  private static Map<String, Tensor> run(String model, String backend, Map<String, Tensor> input)
      throws IOException {
    try (InferenceSession session =
        ModelStore.embedded()
            .open(model, Backends.discover().choose(backend), SessionOptions.DEFAULT)) {
      return session.run(input);
    }
  }

  /** Relative to the largest number of the output; a probability's scale is 1. */
  private static void assertAgree(String output, Tensor actual, Tensor expected) {
    assertAgree(output, actual, expected, TOLERANCE);
  }

  private static void assertAgree(String output, Tensor actual, Tensor expected, double tolerance) {
    assertThat(actual.shape()).as("shape of " + output).isEqualTo(expected.shape());
    double largest = output.equals("presence") ? 1 : 0;
    double worst = 0;
    for (int i = 0; i < expected.data().length; i++) {
      largest = Math.max(largest, Math.abs(expected.data()[i]));
      worst = Math.max(worst, Math.abs(actual.data()[i] - expected.data()[i]));
    }
    assertThat(worst / largest)
        .as("largest relative difference of " + output)
        .isLessThan(tolerance);
  }

  /** Waves of three lengths, in -1..1. */
  private static Tensor picture(int count, int width, int height) {
    float[] planes = new float[count * 3 * width * height];
    for (int i = 0; i < planes.length; i++) {
      int x = i % width, y = i / width % height, c = i / (width * height);
      planes[i] =
          (float) (Math.sin(0.05 * x + c) * Math.cos(0.07 * y - c) + Math.sin(0.9 * x + 0.6 * y))
              / 2;
    }
    return Tensor.of(planes, count, 3, height, width);
  }
}
