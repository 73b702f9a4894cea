package io.github.mien.training.refiner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.mien.face.FacePatch;
import io.github.mien.inference.Backends;
import io.github.mien.inference.InferenceBackend;
import io.github.mien.inference.InferenceSession;
import io.github.mien.inference.SessionOptions;
import io.github.mien.inference.Tensor;
import io.github.mien.training.net.LibTorch;
import io.github.mien.training.net.Parameters;
import io.github.mien.training.net.TorchLayers;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.AutoGradMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PatchExportTest {
  @ParameterizedTest
  @EnumSource(PatchedPart.class)
  void everyBackEndRefinesAsTrainingDoes(PatchedPart part) {
    LibTorch.configure(1, 3);
    int count = part.patches().size(), numbers = part.net().outputs();
    float[] pictures = random(count * PatchBatch.PICTURE, 2);
    float[] known = random(count * numbers, 1);
    Parameters parameters = new Parameters();
    float[] expected;
    try (PointerScope scope = new PointerScope();
        AutoGradMode off = new AutoGradMode(false)) {
      PatchNet.Heads<org.bytedeco.pytorch.Tensor> heads =
          part.net()
              .run(
                  new TorchLayers(parameters, TorchLayers.Mode.EVALUATE),
                  org.bytedeco.pytorch.Tensor.create(
                      pictures, count, 3, FacePatch.HEIGHT, FacePatch.WIDTH),
                  org.bytedeco.pytorch.Tensor.create(known, count, numbers));
      expected = Parameters.read(heads.refined());
    }
    byte[] model = PatchExport.toOnnx(parameters, part);

    List<InferenceBackend> backends = Backends.discover().list();
    assertThat(backends).hasSizeGreaterThanOrEqualTo(2);
    for (InferenceBackend backend : backends) {
      try (InferenceSession session = backend.open(model, SessionOptions.DEFAULT)) {
        Map<String, Tensor> out =
            session.run(
                Map.of(
                    "image",
                    Tensor.of(pictures, count, 3, FacePatch.HEIGHT, FacePatch.WIDTH),
                    "points",
                    Tensor.of(known, count, numbers)));
        // Weights are stored in half precision.
        assertThat(out.get("refined").data()).containsExactly(expected, within(0.02f));
      }
    }
    assertThat(model.length).isLessThan(360_000);
  }

  private static float[] random(int size, float range) {
    float[] numbers = new float[size];
    Random random = new Random(size);
    for (int i = 0; i < size; i++) {
      numbers[i] = range * (random.nextFloat() - 0.5f);
    }
    return numbers;
  }
}
