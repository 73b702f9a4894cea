package io.github.mien.samples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mien.face.AnchorFreeFaceDetector;
import io.github.mien.face.Box;
import io.github.mien.face.Detection;
import io.github.mien.face.FaceDetector;
import io.github.mien.image.Affine;
import io.github.mien.image.Image;
import io.github.mien.image.ImageKernels;
import io.github.mien.image.Rect;
import io.github.mien.image.io.Images;
import io.github.mien.inference.Backends;
import io.github.mien.inference.InferenceSession;
import io.github.mien.inference.SessionOptions;
import io.github.mien.model.ModelStore;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The embedded detector on the sample faces. */
class FaceDetectionTest {
  private static final ImageKernels KERNELS = ImageKernels.java();
  private static final List<String> FACES =
      List.of("woman-smiling", "young-woman", "older-man", "man-smiling", "man-mouth-open");
  private static InferenceSession net;
  private static FaceDetector detector;

  @BeforeAll
  static void open() throws IOException {
    net =
        ModelStore.embedded()
            .open(ModelStore.DETECTOR, Backends.discover().choose(null), SessionOptions.DEFAULT);
    detector = new AnchorFreeFaceDetector(net, KERNELS);
  }

  @AfterAll
  static void close() {
    net.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"woman-smiling", "young-woman", "older-man", "man-smiling", "man-mouth-open"})
  void aPortraitHasOneFaceWithItsPointsInPlace(String name) throws IOException {
    List<Detection> faces = detector.detect(photo(name));

    assertThat(faces).hasSize(1);
    float[] p = faces.get(0).points();
    Box box = faces.get(0).box();
    assertThat(p[0]).as("eyes, left to right").isLessThan(p[2]);
    assertThat(p[5]).as("nose below the eyes").isGreaterThan(Math.max(p[1], p[3]));
    assertThat(p[7]).as("mouth below the nose").isGreaterThan(p[5]);
    assertThat(p[6]).as("corners, left to right").isLessThan(p[8]);
    assertThat(p[4]).as("nose in the box").isBetween((float) box.x0(), (float) box.x1());
    assertThat(p[7]).as("mouth in the box").isBetween((float) box.y0(), (float) box.y1());
  }

  @ParameterizedTest(name = "height {0}, turned by {1} degrees, in {2} x {3}")
  @CsvSource({
    "0.06, 0, 640, 640",
    "0.1, -40, 640, 480",
    "0.1, 40, 480, 640",
    "0.25, 25, 1280, 720",
    "0.45, -40, 640, 640",
    "0.45, 40, 480, 640",
    "0.7, 0, 900, 600",
    "0.7, -20, 640, 640"
  })
  void aFaceIsFoundWhereItWasPut(double share, double degrees, int width, int height)
      throws IOException {
    Image photo = photo("young-woman");
    Detection alone = detector.detect(photo).get(0);
    Affine toScene =
        placing(alone.box(), share * height, Math.toRadians(degrees), width * 0.45, height * 0.5);
    Image scene = waves(width, height);
    paint(photo, toScene, scene);

    List<Detection> faces = detector.detect(scene);

    assertThat(faces).hasSize(1);
    double tolerance = 0.12 * share * height;
    for (int k = 0; k < 10; k += 2) {
      double x = toScene.mapX(alone.points()[k], alone.points()[k + 1]);
      double y = toScene.mapY(alone.points()[k], alone.points()[k + 1]);
      assertThat(Math.hypot(faces.get(0).points()[k] - x, faces.get(0).points()[k + 1] - y))
          .as("point " + k / 2)
          .isLessThan(tolerance);
    }
  }

  @Test
  void everyFaceOfAGroupIsFound() throws IOException {
    Image scene = waves(1500, 500);
    for (int i = 0; i < FACES.size(); i++) {
      Image photo = photo(FACES.get(i));
      Box box = detector.detect(photo).get(0).box();
      paint(photo, placing(box, 130, 0, 150 + 300 * i, 250), scene);
    }

    List<Detection> faces = detector.detect(scene);

    assertThat(faces).hasSize(FACES.size());
    assertThat(faces).extracting(Detection::score).isSortedAccordingTo((a, b) -> b.compareTo(a));
  }

  @Test
  void aSceneWithoutFacesIsAnEmptyList() {
    assertThat(detector.detect(waves(800, 600))).isEmpty();
    assertThat(detector.detect(Image.create(1, 1, 3))).isEmpty();
  }

  private static Image photo(String name) throws IOException {
    try (InputStream bytes =
        FaceDetectionTest.class.getResourceAsStream("/faces/" + name + ".jpg")) {
      return Images.read(bytes);
    }
  }

  /** Sky above, waves below. */
  private static Image waves(int width, int height) {
    Image image = Image.create(width, height, 3);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        double wave = y < height / 2 ? 0 : 30 * Math.sin(0.03 * x + 0.2 * y) * Math.sin(0.11 * y);
        int p = image.index(x, y);
        image.data()[p] = (byte) (90 + wave);
        image.data()[p + 1] = (byte) (140 + wave);
        image.data()[p + 2] = (byte) (220 - 90.0 * y / height + wave);
      }
    }
    return image;
  }

  private static Affine placing(Box face, double height, double angle, double x, double y) {
    double scale = height / face.height();
    return new Affine(1, 0, -(face.x0() + face.x1()) / 2, 0, 1, -(face.y0() + face.y1()) / 2)
        .then(Affine.similarity(scale, angle, x, y));
  }

  /** Paints a photo, not what would repeat its border. */
  private static void paint(Image photo, Affine toScene, Image scene) {
    Affine toPhoto = toScene.inverse();
    Image painted = Image.create(scene.width(), scene.height(), 3);
    KERNELS.warp(photo, toPhoto, painted);
    Rect inside = photo.bounds();
    for (int y = 0; y < scene.height(); y++) {
      for (int x = 0; x < scene.width(); x++) {
        double px = toPhoto.mapX(x, y);
        double py = toPhoto.mapY(x, y);
        if (px >= 0 && py >= 0 && px < inside.width() && py < inside.height()) {
          int p = scene.index(x, y);
          System.arraycopy(painted.data(), p, scene.data(), p, 3);
        }
      }
    }
  }
}
