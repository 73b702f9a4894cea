package io.github.mien.training.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.mien.testkit.SharedData;
import io.github.mien.training.data.LabelledPhoto;
import io.github.mien.training.data.Labels;
import io.github.mien.training.net.LibTorch;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReferenceNetTest {

  @Test
  void readsWhatTheLabelsSay() throws IOException {
    Path portraits = SharedData.require("data/portraits");
    Path bundle = SharedData.require("models/mediapipe/face_landmarker.task");
    LibTorch.configure(1, 1);
    List<LabelledPhoto> photos =
        Labels.read(portraits.resolve("labels.jsonl.gz"), portraits).subList(0, 20);

    float[][] read =
        new ReferenceNet(bundle)
            .read(photos.stream().map(p -> p.landmarks().toArray()).toArray(float[][]::new));

    for (int i = 0; i < read.length; i++) {
      float[] label = photos.get(i).coefficients();
      // Labels keep two decimals of a pixel.
      assertThat(read[i])
          .as(photos.get(i).name())
          .containsExactly(Arrays.copyOfRange(label, 1, label.length), within(2e-3f));
    }
  }
}
