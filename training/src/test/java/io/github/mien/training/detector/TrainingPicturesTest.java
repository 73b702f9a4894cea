package io.github.mien.training.detector;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mien.face.Box;
import io.github.mien.face.FaceMesh;
import io.github.mien.face.Landmarks;
import io.github.mien.image.Image;
import io.github.mien.image.ImageKernels;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrainingPicturesTest {
  private static final ImageKernels KERNELS = ImageKernels.java();
  private final TrainingPictures pictures =
      new TrainingPictures(
          List.of(new CutOut(grey(640), drawnFace(), false, KERNELS)), List.of(grey(300)), KERNELS);

  @Test
  void aSeedMakesTheSamePictureAgain() {
    ComposedPicture first = pictures.make(160, 5);
    ComposedPicture again = pictures.make(160, 5);

    assertThat(again.picture().data()).isEqualTo(first.picture().data());
    assertThat(again.faces()).hasSameSizeAs(first.faces());
    assertThat(pictures.make(160, 6).picture().data()).isNotEqualTo(first.picture().data());
  }

  @Test
  void pointsLieInTheirBoxAndFacesBesideEachOther() {
    int faces = 0;
    for (int seed = 0; seed < 30; seed++) {
      List<LabelledFace> labels = pictures.make(160, seed).faces();
      faces += labels.size();
      for (LabelledFace face : labels) {
        Box box = face.box();
        for (int k = 0; k < 10; k += 2) {
          assertThat((double) face.points()[k]).isBetween(box.x0() - 1e-3, box.x1() + 1e-3);
          assertThat((double) face.points()[k + 1]).isBetween(box.y0() - 1e-3, box.y1() + 1e-3);
        }
        for (LabelledFace other : labels) {
          if (other != face) {
            assertThat(box.intersectionOverUnion(other.box())).isLessThan(0.2);
          }
        }
      }
    }
    assertThat(faces).isGreaterThan(30);
  }

  private static Image grey(int size) {
    Image image = Image.create(size, size, 3);
    for (int i = 0; i < image.data().length; i++) {
      image.data()[i] = (byte) (90 + 60 * Math.sin(i * 0.01));
    }
    return image;
  }

  /** An ellipse of points with eyes, nose and mouth where they belong. */
  private static Landmarks drawnFace() {
    float[] xyz = new float[3 * Landmarks.COUNT];
    for (int i = 0; i < Landmarks.COUNT; i++) {
      put(xyz, i, Math.cos(i), Math.sin(i));
    }
    for (int i : FaceMesh.rightEye()) {
      put(xyz, i, -0.4, -0.3);
    }
    for (int i : FaceMesh.leftEye()) {
      put(xyz, i, 0.4, -0.3);
    }
    put(xyz, FaceMesh.NOSE_TIP, 0, 0.1);
    put(xyz, FaceMesh.MOUTH_RIGHT, -0.3, 0.5);
    put(xyz, FaceMesh.MOUTH_LEFT, 0.3, 0.5);
    return Landmarks.of(xyz);
  }

  private static void put(float[] xyz, int point, double x, double y) {
    xyz[3 * point] = (float) (320 + 130 * x);
    xyz[3 * point + 1] = (float) (320 + 155 * y);
  }
}
