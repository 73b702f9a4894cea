package io.github.mien.reconstruct;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;

/** The numbers of a table that is a resource of this package, one row a line. */
final class PointTable {
  private PointTable() {}

  static Stream<String> read(String resource) {
    try (InputStream in = PointTable.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException(resource + " is missing from this build of mien-core");
      }
      BufferedReader lines =
          new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII));
      return lines.lines().flatMap(line -> Arrays.stream(line.split(" "))).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
