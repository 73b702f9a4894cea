package io.github.mien.training.heads;

import io.github.mien.encode.EncoderMethod;
import io.github.mien.encode.ExpressionEncoder;
import io.github.mien.expression.Blendshape;
import io.github.mien.face.Face;
import io.github.mien.image.Image;
import io.github.mien.image.ImageKernels;
import io.github.mien.model.ModelStore;
import io.github.mien.training.data.CoefficientError;
import io.github.mien.training.data.LabelledPhoto;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How well encoders read the same photos, and how long they take. */
public final class Comparison {
  /** What {@link Row#cells()} are. */
  public static final String HEADER = "encoder | features | error | r | ms a face |";

  private static final int ROUNDS = 5;
  private static final Map<EncoderMethod, String> POINTS =
      Map.of(EncoderMethod.LANDMARKS, "146 points", EncoderMethod.MORPHABLE, "478 points");

  private final List<Entry> entries = new ArrayList<>();

  /**
   * What was measured of an encoder.
   *
   * @param numbers what it reads
   * @param error mean absolute error over the names that vary
   * @param correlation mean over the same
   * @param milliseconds median of the faces
   */
  public record Row(
      String name, String numbers, double error, double correlation, double milliseconds) {

    /** The row in Markdown, without the bar that starts it. */
    public String cells() {
      return String.format(
          Locale.ROOT,
          "%s | %s | %.4f | %.3f | %.3f |",
          name,
          numbers,
          error,
          correlation,
          milliseconds);
    }
  }

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

    Row row() {
      double correlation = 0;
      int count = 0;
      for (Blendshape shape : Blendshape.values()) {
        if (error.varies(shape)) {
          correlation += error.correlation(shape);
          count++;
        }
      }
      long median = nanos.stream().sorted().toList().get(nanos.size() / 2);
      return new Row(name, numbers, error.meanAbsolute(), correlation / count, median / 1e6);
    }
  }

  /**
   * @param numbers what it reads, for the table
   */
  void add(String name, String numbers, ExpressionEncoder encoder) {
    entries.add(new Entry(name, numbers, encoder));
  }

  /**
   * Adds one that comes with Mien.
   *
   * @param store has its models
   */
  public void add(EncoderMethod method, ModelStore store) throws IOException {
    ImageKernels kernels = ImageKernels.java();
    String numbers =
        method
            .features(kernels)
            .map(features -> Integer.toString(features.length()))
            .orElse(POINTS.getOrDefault(method, ""));
    add(method.label(), numbers, method.load(store, kernels));
  }

  /** Reads the photos with all encoders, in the order in which they were added. */
  public List<Row> measure(PhotoFaces faces, List<LabelledPhoto> photos) throws IOException {
    faces.each(
        photos,
        (person, picture, face, label) ->
            entries.forEach(entry -> entry.read(picture, face, label)));
    return entries.stream().map(Entry::row).toList();
  }
}
