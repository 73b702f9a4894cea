package io.github.mien.opencv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.mien.face.Face;
import io.github.mien.face.Landmarks;
import io.github.mien.image.Image;
import io.github.mien.model.ModelException;
import io.github.mien.testkit.SharedData;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MediaPipeModelsTest {
  private static final List<String> SOME_PHOTOS =
      List.of(
          "london/001_03.jpg",
          "london/001_08.jpg",
          "london/010_08.jpg",
          "canada/022f.jpg",
          "composite/f_multi.jpg");

  @Test
  void findsThePointsOfTheReferenceLabels() throws IOException {
    Path portraits = SharedData.require("data/portraits");
    Map<String, Landmarks> labels = labels(portraits.resolve("labels.jsonl.gz"));
    try (MediaPipeModels models = MediaPipeModels.open(bundle())) {
      for (String photo : SOME_PHOTOS) {
        List<Face> faces = models.aligner().align(Photos.read(portraits.resolve(photo)));

        assertThat(faces).as(photo).hasSize(1);
        Landmarks label = labels.get(photo);
        assertThat(meanDistance(faces.get(0).landmarks(), label) / label.eyeDistance())
            .as("mean distance to the label of " + photo + " as a share of the eye distance")
            .isLessThan(0.003);
        assertThat(faces.get(0).presence()).isGreaterThan(0.9f);
        assertThat(faces.get(0).features()).isEmpty();
      }
    }
  }

  @Test
  void detectorGuessesTheMouthCornersNearTheLandmarks() throws IOException {
    Image photo = Photos.read(SharedData.require("data/portraits/london/001_03.jpg"));
    try (MediaPipeModels models = MediaPipeModels.open(bundle())) {
      float[] guess = models.detector().detect(photo).get(0).points();
      Face face = models.aligner().align(photo).get(0);

      double unit = face.landmarks().eyeDistance();
      for (int i = 0; i < 10; i++) {
        assertThat((double) guess[i])
            .as("coordinate " + i)
            .isCloseTo(face.detection().points()[i], within(0.08 * unit));
      }
    }
  }

  @Test
  void pictureWithoutFaceGivesNone() throws IOException {
    try (MediaPipeModels models = MediaPipeModels.open(bundle())) {
      assertThat(models.aligner().align(Image.create(300, 200, 3))).isEmpty();
    }
  }

  @Test
  void alphaIsIgnored() throws IOException {
    Image photo = Photos.read(SharedData.require("data/portraits/london/001_03.jpg"));
    Image withAlpha = Image.create(photo.width(), photo.height(), 4);
    for (int i = 0; i < photo.width() * photo.height(); i++) {
      System.arraycopy(photo.data(), 3 * i, withAlpha.data(), 4 * i, 3);
    }
    try (MediaPipeModels models = MediaPipeModels.open(bundle())) {
      assertThat(models.aligner().align(withAlpha).get(0).landmarks().toArray())
          .isEqualTo(models.aligner().align(photo).get(0).landmarks().toArray());
    }
  }

  @Test
  void saysThatAFileIsNoBundle(@TempDir Path folder) throws IOException {
    Path text = Files.writeString(folder.resolve("text.task"), "not a zip");
    assertThatThrownBy(() -> MediaPipeModels.open(text))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("text.task")
        .hasMessageContaining("zip");

    Path empty = folder.resolve("other.task");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(empty))) {
      zip.putNextEntry(new ZipEntry("hand_detector.tflite"));
    }
    assertThatThrownBy(() -> MediaPipeModels.open(empty))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("face_detector.tflite");

    assertThatThrownBy(() -> MediaPipeModels.open(folder.resolve("absent.task")))
        .isInstanceOf(NoSuchFileException.class);
  }

  @Test
  void closedModelsRefuseToWork() throws IOException {
    MediaPipeModels models = MediaPipeModels.open(bundle());
    models.close();
    models.close();
    assertThatThrownBy(() -> models.aligner().align(Image.create(64, 64, 3)))
        .isInstanceOf(IllegalStateException.class);
  }

  private static Path bundle() {
    return SharedData.require("models/mediapipe/face_landmarker.task");
  }

  private static double meanDistance(Landmarks a, Landmarks b) {
    double sum = 0;
    for (int i = 0; i < Landmarks.COUNT; i++) {
      sum += Math.hypot(a.x(i) - b.x(i), a.y(i) - b.y(i)) / Landmarks.COUNT;
    }
    return sum;
  }

  private static Map<String, Landmarks> labels(Path file) throws IOException {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
      return lines
          .lines()
          .filter(line -> SOME_PHOTOS.contains(text(line, "\"file\":\"(.*?)\"")))
          .collect(
              Collectors.toMap(
                  line -> text(line, "\"file\":\"(.*?)\""),
                  line -> landmarks(text(line, "\"landmarks\":\\[(.*?)\\]\\]"))));
    }
  }

  private static String text(String line, String pattern) {
    Matcher matcher = Pattern.compile(pattern).matcher(line);
    assertThat(matcher.find()).as(pattern).isTrue();
    return matcher.group(1);
  }

  private static Landmarks landmarks(String numbers) {
    String[] parts = numbers.replaceAll("[\\[\\]]", "").split(",");
    float[] xyz = new float[parts.length];
    for (int i = 0; i < xyz.length; i++) {
      xyz[i] = Float.parseFloat(parts[i]);
    }
    return Landmarks.of(xyz);
  }
}
