package io.github.mien.training.methods;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Two photos, and two of the same people at rest; names as the labels have them.
 *
 * @param source whose expression is taken
 * @param target whose face is changed
 * @param sourceNeutral the source's person at rest
 * @param targetNeutral the target's person at rest, for the score alone
 */
record TransferPair(String source, String target, String sourceNeutral, String targetNeutral) {
  private static final List<String> COLUMNS =
      List.of("source", "target", "out", "source_neutral", "target_neutral");

  /** What a pair tells about a transfer. */
  enum Kind {
    /** One person's expression on another's face. */
    CROSS,
    /** A person's own expression: there is a photo of the truth. */
    OWN,
    /** A resting face: the target's expression must go. */
    UNDO
  }

  Kind kind() {
    if (source.equals(sourceNeutral)) {
      return Kind.UNDO;
    }
    return sourceNeutral.equals(targetNeutral) ? Kind.OWN : Kind.CROSS;
  }

  /**
   * @param file a CSV file with the columns source, target, out, source_neutral, target_neutral
   */
  static List<TransferPair> read(Path file) throws IOException {
    List<String> lines = Files.readAllLines(file);
    if (lines.isEmpty() || !List.of(lines.get(0).split(",")).equals(COLUMNS)) {
      throw new IOException(file + " needs the columns " + String.join(",", COLUMNS));
    }
    return lines.stream().skip(1).map(line -> line.split(",")).map(TransferPair::of).toList();
  }

  private static TransferPair of(String[] row) {
    return new TransferPair(row[0], row[1], row[3], row[4]);
  }
}
