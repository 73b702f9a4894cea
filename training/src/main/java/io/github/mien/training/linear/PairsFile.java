package io.github.mien.training.linear;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.github.mien.encode.EncodedFace;
import io.github.mien.face.Face;
import io.github.mien.face.FaceAligner;
import io.github.mien.image.io.Images;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One's own pairs of photos, without labels: where points go is what the aligner sees. A CSV file
 * with the columns {@code rest} and {@code expressive}, paths relative to the file, and where
 * somebody is in several rows {@code person}.
 */
final class PairsFile {
  private static final Logger LOG = LoggerFactory.getLogger(PairsFile.class);
  private static final String REST = "rest";
  private static final String EXPRESSIVE = "expressive";
  private static final String PERSON = "person";

  private final FaceReader reader;
  private final FaceAligner aligner;

  /**
   * @param aligner finds the faces; the largest of each photo counts
   */
  PairsFile(FaceReader reader, FaceAligner aligner) {
    this.reader = reader;
    this.aligner = aligner;
  }

  /**
   * The pairs in which both photos show a face; the others are logged.
   *
   * @throws IOException if the file or a photo cannot be read, or a column is missing
   */
  List<PhotoPair> read(Path file) throws IOException {
    Map<Path, List<PhotographedFace>> faces = new HashMap<>();
    List<PhotoPair> pairs = new ArrayList<>();
    try (CsvReader<NamedCsvRecord> rows =
        CsvReader.builder().detectBomHeader(true).ofNamedCsvRecord(file)) {
      for (NamedCsvRecord row : rows) {
        Path rest = file.resolveSibling(field(file, row, REST));
        Path expressive = file.resolveSibling(field(file, row, EXPRESSIVE));
        String person = row.findField(PERSON).map(String::strip).orElse("");
        for (Path photo : List.of(rest, expressive)) {
          if (!faces.containsKey(photo)) {
            faces.put(photo, largest(photo));
          }
        }
        for (PhotographedFace still : faces.getOrDefault(rest, List.of())) {
          for (PhotographedFace moved : faces.getOrDefault(expressive, List.of())) {
            pairs.add(new PhotoPair(person.isEmpty() ? rest.toString() : person, still, moved));
          }
        }
      }
    }
    return pairs;
  }

  private static String field(Path file, NamedCsvRecord row, String column) throws IOException {
    String value = row.findField(column).map(String::strip).orElse("");
    if (value.isEmpty()) {
      throw new IOException(
          "%s, line %d: no %s; each row names a photo at rest and one with expression"
              .formatted(file, row.getStartingLineNumber(), column));
    }
    return value;
  }

  /** None or one. */
  private List<PhotographedFace> largest(Path photo) throws IOException {
    List<Face> found = aligner.align(Images.read(photo));
    if (found.isEmpty()) {
      LOG.warn("{} shows no face and is left out", photo);
      return List.of();
    }
    EncodedFace face = reader.encoded(found.get(0).landmarks().toArray());
    return List.of(
        new PhotographedFace(
            reader.canonical(face.face().landmarks()), face.expression().toArray(), List.of(face)));
  }
}
