package io.github.mien.training.data;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

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
    Map<Boolean, List<LabelledPhoto>> byUse =
        Labels.read(labels, folder(data)).stream()
            .collect(Collectors.partitioningBy(photo -> held.contains(photo.name())));
    return new Portraits(byUse.get(false), byUse.get(true));
  }

  private static Path folder(Path data) {
    return data.resolve("portraits");
  }
}
