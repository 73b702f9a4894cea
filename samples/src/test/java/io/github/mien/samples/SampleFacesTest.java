package io.github.mien.samples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mien.Mien;
import io.github.mien.face.Face;
import io.github.mien.face.FaceMesh;
import io.github.mien.face.Landmarks;
import io.github.mien.image.Affine;
import io.github.mien.image.Image;
import io.github.mien.image.ImageKernels;
import io.github.mien.image.io.Images;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The embedded detector and landmarker read the faces that ship with the project. */
class SampleFacesTest {
  private static Mien mien;

  @BeforeAll
  static void open() throws IOException {
    mien = Mien.create();
  }

  @AfterAll
  static void close() {
    mien.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"woman-smiling.jpg", "young-woman.jpg", "older-man.jpg", "man-mouth-open.jpg"})
  void pointsTurnAndShrinkWithThePicture(String file) throws IOException {
    Image upright = read(file);
    Affine move =
        Affine.similarity(0.7, Math.toRadians(20), 0.25 * upright.width(), 0.02 * upright.height());
    Image moved = Image.create(upright.width(), upright.height(), upright.channels());
    ImageKernels.java().warp(upright, move.inverse(), moved);

    Face face = onlyFace(upright);
    Face same = onlyFace(moved);

    assertThat(face.presence()).isGreaterThan(0.9f);
    assertThat(meanDistance(same.landmarks(), face.landmarks().map(move))).isLessThan(0.02);
  }

  @Test
  void anOpenMouthIsOpenAndAClosedOneClosed() throws IOException {
    assertThat(mouthGap(onlyFace(read("man-mouth-open.jpg")).landmarks())).isGreaterThan(0.1);
    assertThat(mouthGap(onlyFace(read("older-man.jpg")).landmarks())).isLessThan(0.05);
  }

  private static Image read(String file) throws IOException {
    try (InputStream bytes = QuickStart.class.getResourceAsStream("/faces/" + file)) {
      return Images.read(bytes);
    }
  }

  private static Face onlyFace(Image image) {
    List<Face> faces = mien.aligner().align(image);
    assertThat(faces).hasSize(1);
    return faces.get(0);
  }

  /** In eye distances. */
  private static double meanDistance(Landmarks a, Landmarks b) {
    double sum = 0;
    for (int i = 0; i < Landmarks.COUNT; i++) {
      sum += Math.hypot(a.x(i) - b.x(i), a.y(i) - b.y(i));
    }
    return sum / Landmarks.COUNT / b.eyeDistance();
  }

  /** Between the middles of the inner lips, in eye distances. */
  private static double mouthGap(Landmarks face) {
    int[] lips = FaceMesh.innerLips();
    return Math.hypot(face.x(lips[5]) - face.x(lips[15]), face.y(lips[5]) - face.y(lips[15]))
        / face.eyeDistance();
  }
}
