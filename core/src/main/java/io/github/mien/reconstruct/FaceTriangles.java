package io.github.mien.reconstruct;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * The triangles between the 468 points of the skin, with holes where the eyes and the mouth open.
 * The resource is made by {@code io.github.mien.training.mesh.TrianglesCommand}.
 */
final class FaceTriangles {
  /** Three point numbers per triangle. */
  static final int[] SKIN = read();

  private FaceTriangles() {}

  private static int[] read() {
    try (InputStream in = FaceTriangles.class.getResourceAsStream("triangles.txt")) {
      if (in == null) {
        throw new IllegalStateException("triangles.txt is missing from this build of mien-core");
      }
      BufferedReader lines =
          new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII));
      return lines
          .lines()
          .flatMap(line -> java.util.Arrays.stream(line.split(" ")))
          .mapToInt(Integer::parseInt)
          .toArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
