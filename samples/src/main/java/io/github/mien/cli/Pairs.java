package io.github.mien.cli;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.github.mien.expression.Edit;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a CSV file (RFC 4180, a byte order mark allowed) that name photos, and for each the
 * photo whose expression it gets or the coefficients that are set.
 */
final class Pairs {
  private Pairs() {}

  /**
   * One row.
   *
   * @param line where it starts in the file
   * @param source empty where coefficients are set
   * @param edit the coefficients; null where there is a source
   * @param fault why it cannot be run; null if it can
   */
  record Row(
      long line,
      String source,
      String target,
      String out,
      @Nullable String sourceNeutral,
      @Nullable Edit edit,
      @Nullable String fault) {}

  /**
   * Reads all rows.
   *
   * @param neutrals whether a column {@code source_neutral} is needed
   */
  static List<Row> read(Path file, boolean neutrals) throws Failure {
    try (CsvReader<NamedCsvRecord> records =
        CsvReader.builder().detectBomHeader(true).ofNamedCsvRecord(file)) {
      List<Row> rows = new ArrayList<>();
      for (NamedCsvRecord record : records) {
        if (rows.isEmpty()) {
          checkColumns(file, record, neutrals);
        }
        rows.add(row(record, neutrals));
      }
      return rows;
    } catch (NoSuchFileException e) {
      throw new Failure(ExitCode.UNREADABLE, file + ": no such file", e);
    } catch (IOException e) {
      throw new Failure(ExitCode.UNREADABLE, file + ": cannot be read: " + e.getMessage(), e);
    } catch (CsvParseException e) {
      throw new Failure(ExitCode.USAGE, file + ": is no CSV file: " + e.getMessage(), e);
    }
  }

  private static void checkColumns(Path file, NamedCsvRecord record, boolean neutrals)
      throws Failure {
    List<String> needed = new ArrayList<>(List.of("target", "out"));
    if (!record.getHeader().contains("set")) {
      needed.add("source");
    }
    if (neutrals) {
      needed.add("source_neutral");
    }
    needed.removeAll(record.getHeader());
    if (!needed.isEmpty()) {
      throw new Failure(
          ExitCode.USAGE,
          file + ": has no column " + String.join(", ", needed) + " in its first line",
          null);
    }
  }

  private static Row row(NamedCsvRecord record, boolean neutrals) {
    String source = field(record, "source");
    String target = field(record, "target");
    String out = field(record, "out");
    String set = field(record, "set");
    String neutral = neutrals ? field(record, "source_neutral") : "";
    String fault = fault(source, set, target, out, neutral);
    Edit edit = null;
    if (fault == null && !set.isEmpty()) {
      try {
        edit = Edit.parse(set);
      } catch (IllegalArgumentException e) {
        fault = e.getMessage();
      }
    }
    return new Row(
        record.getStartingLineNumber(),
        source,
        target,
        out,
        neutral.isEmpty() ? null : neutral,
        edit,
        fault);
  }

  private static String field(NamedCsvRecord record, String name) {
    Optional<String> value = record.findField(name);
    return value.orElse("").strip();
  }

  private static @Nullable String fault(
      String source, String set, String target, String out, String neutral) {
    if (target.isEmpty() || out.isEmpty() || source.isEmpty() && set.isEmpty()) {
      return "source (or set), target and out must not be empty";
    }
    if (!source.isEmpty() && !set.isEmpty()) {
      return "give a source or what to set, not both";
    }
    for (String path : List.of(source, target, out, neutral)) {
      try {
        // Only to learn whether it is one.
        var unused = Path.of(path);
      } catch (InvalidPathException e) {
        return e.getMessage();
      }
    }
    return null;
  }
}
