package io.github.mien.training.landmarker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

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
import org.junit.jupiter.api.Test;

class LandmarkExportTest {
  private static final int SIZE = LandmarkNet.SIZE;

  @Test
  void everyBackEndReadsThePointsThatTrainingSees() {
    LibTorch.configure(1, 3);
    float[] picture = new float[3 * SIZE * SIZE];
    Random random = new Random(4);
    for (int i = 0; i < picture.length; i++) {
      picture[i] = 2 * random.nextFloat() - 1;
    }
    Parameters parameters = new Parameters();
    float[] expected;
    float[] features;
    try (PointerScope scope = new PointerScope();
        AutoGradMode off = new AutoGradMode(false)) {
      TorchLayers layers = new TorchLayers(parameters, TorchLayers.Mode.EVALUATE);
      LandmarkNet.Heads<org.bytedeco.pytorch.Tensor> heads =
          LandmarkNet.run(layers, org.bytedeco.pytorch.Tensor.create(picture, 1, 3, SIZE, SIZE));
      expected = PointSplit.join(Parameters.read(heads.seen()), Parameters.read(heads.rest()));
      features = Parameters.read(heads.features());
    }
    byte[] model = LandmarkExport.toOnnx(parameters);

    List<InferenceBackend> backends = Backends.discover().list();
    assertThat(backends).hasSizeGreaterThanOrEqualTo(2);
    for (InferenceBackend backend : backends) {
      try (InferenceSession session = backend.open(model, SessionOptions.DEFAULT)) {
        Map<String, Tensor> out =
            session.run(Map.of("image", Tensor.of(picture, 1, 3, SIZE, SIZE)));
        // Weights are stored in half precision: features reach some tens here.
        assertThat(out.get("landmarks").data()).containsExactly(expected, within(0.05f));
        assertThat(out.get("features").data()).containsExactly(features, within(0.1f));
        assertThat(out.get("presence").data()[0]).isBetween(0f, 1f);
      }
    }
    assertThat(model.length).isLessThan(4_500_000);
  }

  @Test
  void everyPointIsEitherSeenOrDerived() {
    float[] seen = new float[2 * PointSplit.SEEN];
    float[] rest = new float[PointSplit.REST];
    java.util.Arrays.fill(seen, 1);
    java.util.Arrays.fill(rest, 1);

    assertThat(PointSplit.join(seen, rest)).containsOnly(1);
    assertThat(seen.length + rest.length).isEqualTo(3 * 478);
  }
}
