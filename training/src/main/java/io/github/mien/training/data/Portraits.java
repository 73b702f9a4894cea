package io.github.mien.training.data;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The labelled portraits of a data folder.
 *
 * @param training those that training may see
 * @param validation those that {@code validation.txt} names
 */
public record Portraits(List<LabelledPhoto> training, List<LabelledPhoto> validation) {

  /** With the labels in {@code portraits/labels.jsonl.gz}. */
  public static Portraits read(Path data) throws IOException {
    return read(data, folder(data).resolve("labels.jsonl.gz"));
  }

  /**
   * @param data folder with {@code portraits}
   * @param labels a file for {@link Labels#read}
   */
  public static Portraits read(Path data, Path labels) throws IOException {
    Set<String> held = Labels.validationNames(folder(data));
    List<LabelledPhoto> training = new ArrayList<>();
    List<LabelledPhoto> validation = new ArrayList<>();
    for (LabelledPhoto photo : Labels.read(labels, folder(data))) {
      (held.contains(photo.name()) ? validation : training).add(photo);
    }
    return new Portraits(training, validation);
  }

  private static Path folder(Path data) {
    return data.resolve("portraits");
  }
}
