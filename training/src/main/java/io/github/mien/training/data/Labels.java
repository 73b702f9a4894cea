package io.github.mien.training.data;

import io.github.mien.face.Landmarks;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPInputStream;

/** Reads labels: one JSON object per line, {@code .jsonl} or {@code .jsonl.gz}. */
public final class Labels {
  private Labels() {}

  /**
   * @param file the labels
   * @param base folder that the names are relative to
   */
  public static List<LabelledPhoto> read(Path file, Path base) throws IOException {
    List<LabelledPhoto> photos = new ArrayList<>();
    try (InputStream bytes = Files.newInputStream(file);
        InputStream plain = file.toString().endsWith(".gz") ? new GZIPInputStream(bytes) : bytes;
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        JsonFields fields = new JsonFields(line);
        String name = fields.text("file");
        photos.add(
            new LabelledPhoto(
                name,
                base.resolve(name),
                Landmarks.of(fields.numbers("landmarks")),
                fields.has("blendshapes") ? fields.numbers("blendshapes") : new float[0]));
      }
    }
    return photos;
  }

  /** The names in {@code validation.txt}: photos that no training may see. */
  public static Set<String> validationNames(Path portraits) throws IOException {
    return new HashSet<>(Files.readAllLines(portraits.resolve("validation.txt")));
  }
}
