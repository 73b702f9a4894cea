package io.github.mien.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mien.Mien;
import io.github.mien.face.Box;
import io.github.mien.image.Image;
import io.github.mien.image.ImageKernels;
import io.github.mien.image.Rect;
import io.github.mien.image.io.Images;
import io.github.mien.model.ModelStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnlargeCommandTest {
  private static final int SIDE = 96;

  @TempDir Path folder;
  private Path photo;
  private Path out;
  private Image small;

  @BeforeEach
  void aSmallFace() throws IOException {
    Image face = SampleFace.OLDER_MAN.load();
    small = Image.create(SIDE, SIDE, 3);
    ImageKernels.java().resize(face, small);
    photo = folder.resolve("small.png");
    out = folder.resolve("large.png");
    Images.write(small, photo);
  }

  @Test
  void aFaceComesNearerToThePhotoThanByInterpolation() throws IOException {
    for (int factor : new int[] {2, 4}) {
      int side = factor * SIDE;
      Image truth = Image.create(side, side, 3);
      ImageKernels.java().resize(SampleFace.OLDER_MAN.load(), truth);
      Image interpolated = Image.create(side, side, 3);
      ImageKernels.java().resize(small, interpolated);

      Cli cli = Cli.run("enlarge", photo, "--factor", factor, "--out", out);

      assertThat(cli).isEqualTo(new Cli(0, "", ""));
      Image large = Images.read(out);
      assertThat(large.width()).isEqualTo(side);
      assertThat(squaredError(large, truth)).isLessThan(0.6 * squaredError(interpolated, truth));
    }
  }

  /** Where a sharpened face has faded in. */
  private static Rect eyesToMouth(Image photo) {
    try (Mien mien = Mien.create()) {
      Box face = mien.align(photo).get(0).landmarks().bounds();
      return new Rect(
          (int) (face.x0() + face.width() / 4),
          (int) (face.y0() + face.height() / 4),
          (int) (face.width() / 2),
          (int) (face.height() / 2));
    }
  }

  private static double squaredError(Image a, Image b) {
    double sum = 0;
    for (int i = 0; i < a.data().length; i++) {
      double difference = (a.data()[i] & 0xff) - (b.data()[i] & 0xff);
      sum += difference * difference;
    }
    return sum;
  }

  @Test
  void aFaceThatWasEnlargedIsMadeSharpAndAllElseStays() throws IOException {
    Image face = SampleFace.OLDER_MAN.load();
    Image quarter = Image.create(face.width() / 4, face.height() / 4, 3);
    Image blurred = Image.create(face.width(), face.height(), 3);
    ImageKernels.java().resize(face, quarter);
    ImageKernels.java().resize(quarter, blurred);
    Images.write(blurred, photo);

    Cli cli = Cli.run("sharpen", photo, "--blur", 4, "--out", out);

    assertThat(cli).isEqualTo(new Cli(0, "", ""));
    Image sharp = Images.read(out);
    Rect inside = eyesToMouth(face);
    double before = squaredError(blurred.view(inside).copy(), face.view(inside).copy());
    double after = squaredError(sharp.view(inside).copy(), face.view(inside).copy());
    assertThat(after).isLessThan(0.8 * before);
    for (int x = 0; x < face.width(); x++) {
      assertThat(sharp.sample(x, 0, 1)).isEqualTo(blurred.sample(x, 0, 1));
    }
  }

  @Test
  void aNetworkOfOnesOwnTakesThePlaceOfTheEmbeddedOne() throws IOException {
    Path own = folder.resolve("own.onnx");
    Files.write(own, ModelStore.embedded().read(ModelStore.SUPER_RESOLUTION));
    Cli.run("enlarge", photo, "--out", out);
    Path other = folder.resolve("other.png");

    Cli cli = Cli.run("enlarge", photo, "--out", other, "--model", "superres-x4=" + own);

    assertThat(cli).isEqualTo(new Cli(0, "", ""));
    assertThat(other).hasSameBinaryContentAs(out);
    Files.delete(own);
    assertThat(Cli.run("enlarge", photo, "--out", other, "--model", "superres-x4=" + own).err())
        .contains("own.onnx", "not there");
  }

  @Test
  void aModelOfAnotherKindIsRefused() throws IOException {
    Path landmarker = folder.resolve("landmarker.onnx");
    Files.write(landmarker, ModelStore.embedded().read(ModelStore.LANDMARKER));

    Cli cli = Cli.run("enlarge", photo, "--out", out, "--model", "superres-x4=" + landmarker);

    assertThat(cli.code()).isEqualTo(ExitCode.NO_BACKEND.number());
    assertThat(cli.errorLines()).hasSize(1);
    assertThat(cli.err()).contains("one input and one output", "landmarks");
    assertThat(out).doesNotExist();
  }

  @Test
  void whatWouldBeTooLargeIsRefusedBeforeAnyWork() throws IOException {
    Images.write(Image.create(3000, 2200, 3), photo);

    Cli cli = Cli.run("enlarge", photo, "--out", out);

    assertThat(cli.code()).isEqualTo(ExitCode.TOO_LARGE.number());
    assertThat(cli.err()).contains("105 megapixels", "smaller factor");
  }

  @Test
  void otherFactorsAreWrongUsage() {
    for (int factor : new int[] {0, 3, 8}) {
      Cli cli = Cli.run("enlarge", photo, "--factor", factor, "--out", out);

      assertThat(cli.code()).isEqualTo(ExitCode.USAGE.number());
      assertThat(cli.err()).contains("--factor", "not " + factor);
    }
    assertThat(Cli.run("sharpen", photo, "--blur", 5, "--out", out).code())
        .isEqualTo(ExitCode.USAGE.number());
  }
}
