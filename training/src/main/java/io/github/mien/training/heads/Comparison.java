package io.github.mien.training.heads;

import io.github.mien.encode.ExpressionEncoder;
import io.github.mien.expression.Blendshape;
import io.github.mien.face.Face;
import io.github.mien.image.Image;
import io.github.mien.training.data.CoefficientError;
import io.github.mien.training.data.LabelledPhoto;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How well encoders read the same photos, and how long they take. */
final class Comparison {
  private static final int ROUNDS = 5;

  private final List<Entry> entries = new ArrayList<>();

  private static final class Entry {
    private final String name;
    private final String numbers;
    private final ExpressionEncoder encoder;
    private final CoefficientError error = new CoefficientError();
    private final List<Long> nanos = new ArrayList<>();

    Entry(String name, String numbers, ExpressionEncoder encoder) {
      this.name = name;
      this.numbers = numbers;
      this.encoder = encoder;
    }

    void read(Image picture, Face face, float[] label) {
      long least = Long.MAX_VALUE;
      for (int round = 0; round < ROUNDS; round++) {
        long start = System.nanoTime();
        encoder.encode(picture, face);
        least = Math.min(least, System.nanoTime() - start);
      }
      nanos.add(least);
      error.add(encoder.encode(picture, face).toArray(), label);
    }

    String row() {
      double correlation = 0;
      int count = 0;
      for (Blendshape shape : Blendshape.values()) {
        if (error.varies(shape)) {
          correlation += error.correlation(shape);
          count++;
        }
      }
      long median = nanos.stream().sorted().toList().get(nanos.size() / 2);
      return String.format(
          Locale.ROOT,
          "| %s | %s | %.4f | %.3f | %.3f |%n",
          name,
          numbers,
          error.meanAbsolute(),
          correlation / count,
          median / 1e6);
    }
  }

  /**
   * @param numbers what it reads, for the table
   */
  void add(String name, String numbers, ExpressionEncoder encoder) {
    entries.add(new Entry(name, numbers, encoder));
  }

  /** Mean absolute error and correlation over the names that vary; median time of the faces. */
  String table(PhotoFaces faces, List<LabelledPhoto> photos) throws IOException {
    faces.each(
        photos,
        (person, picture, face, label) ->
            entries.forEach(entry -> entry.read(picture, face, label)));
    StringBuilder table = new StringBuilder();
    table.append("| encoder | features | error | r | ms a face |\n|---|---|---|---|---|\n");
    entries.forEach(entry -> table.append(entry.row()));
    return table.toString();
  }
}
