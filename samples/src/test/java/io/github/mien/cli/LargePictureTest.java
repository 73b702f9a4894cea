package io.github.mien.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mien.Mien;
import io.github.mien.Result;
import io.github.mien.expression.Presets;
import io.github.mien.image.Image;
import io.github.mien.image.ImageKernels;
import io.github.mien.image.Rect;
import io.github.mien.image.io.Images;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A photo of 50 megapixels, of which a face is a small part: 150 MB when decoded. */
class LargePictureTest {
  private static final int WIDTH = 8660;
  private static final int HEIGHT = 5774;
  private static final Rect FACE = new Rect(3500, 2000, 1200, 1200);

  /** The photo, the result, and 50 MB for all else. */
  private static final List<String> HEAP = List.of("-Xmx350m", "-Xmn40m", "-XX:+UseSerialGC");

  @TempDir private Path folder;

  @Test
  void onlyTheFaceIsTouched() {
    Image photo = photo();
    try (Mien mien = Mien.create()) {
      Result result = mien.target(photo).show(Presets.embedded().get("laugh"));

      Image changed = result.image();
      assertThat(rowIsSame(photo, changed, FACE.x(), FACE.right(), 2700)).isFalse();
      for (int y = 0; y < HEIGHT; y++) {
        boolean beside = y < FACE.y() || y >= FACE.bottom();
        assertThat(rowIsSame(photo, changed, 0, beside ? WIDTH : FACE.x(), y)).isTrue();
        assertThat(rowIsSame(photo, changed, FACE.right(), WIDTH, y)).isTrue();
      }
    }
  }

  @Test
  void fitsIntoMemoryTwiceAndLittleMore() throws IOException, InterruptedException {
    Path file = folder.resolve("large.jpg");
    Images.write(photo(), file);

    Process child =
        new ProcessBuilder(command(file, folder.resolve("laughing.jpg")))
            .redirectErrorStream(true)
            .start();
    String said = new String(child.getInputStream().readAllBytes());

    assertThat(child.waitFor()).as(said).isZero();
    assertThat(Files.size(folder.resolve("laughing.jpg"))).isPositive();
  }

  private static List<String> command(Path target, Path out) {
    String path =
        Stream.of("jdk.module.path", "java.class.path")
            .map(System::getProperty)
            .filter(Objects::nonNull)
            .collect(Collectors.joining(File.pathSeparator));
    Stream<String> java =
        Stream.of(Path.of(System.getProperty("java.home"), "bin/java").toString());
    Stream<String> mien =
        Stream.of("-cp", path, Main.class.getName(), "preset", "laugh", "--target");
    Stream<String> files = Stream.of(target.toString(), "--out", out.toString());
    return Stream.of(java, HEAP.stream(), mien, files).flatMap(part -> part).toList();
  }

  private static Image photo() {
    Image photo = Image.create(WIDTH, HEIGHT, 3);
    Arrays.fill(photo.data(), (byte) 120);
    ImageKernels.java().resize(SampleFace.OLDER_MAN.load(), photo.view(FACE));
    return photo;
  }

  private static boolean rowIsSame(Image a, Image b, int from, int to, int y) {
    int start = a.index(from, y);
    int end = start + 3 * (to - from);
    return Arrays.equals(a.data(), start, end, b.data(), start, end);
  }
}
