package io.github.mien.training.methods;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mien.image.Image;
import io.github.mien.image.io.Images;
import io.github.mien.testkit.SharedData;
import io.github.mien.training.data.LabelledPhoto;
import io.github.mien.training.data.Portraits;
import io.github.mien.training.net.LibTorch;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ReferenceTest {

  @Test
  void readsWhatTheProgramThatMadeTheLabelsReads() throws IOException {
    Path data = SharedData.require("data/portraits").getParent();
    Path bundle = SharedData.require("models/mediapipe/face_landmarker.task");
    LibTorch.configure(1, 1);

    double sum = 0;
    int count = 0;
    try (Reference reference = new Reference(bundle)) {
      for (LabelledPhoto photo : Portraits.read(data).validation().subList(0, 10)) {
        float[] read = reference.read(Images.read(photo.file())).orElseThrow().coefficients();
        for (int i = 0; i < read.length; i++) {
          sum += Math.abs(read[i] - photo.coefficients()[1 + i]);
          count++;
        }
      }
    }

    // OpenCV and TensorFlow Lite round differently.
    assertThat(sum / count).isLessThan(0.004);
  }

  @Test
  void seesNoFaceWhereThereIsNone() throws IOException {
    Path bundle = SharedData.require("models/mediapipe/face_landmarker.task");
    try (Reference reference = new Reference(bundle)) {
      assertThat(reference.read(Image.create(300, 300, 3))).isEmpty();
    }
  }
}
