package io.github.mien.training.detector;

import io.github.mien.image.Image;
import io.github.mien.training.data.Photos;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Photos without people: backgrounds, and what must not be taken for a face. */
public final class Scenes {
  /** Kept from training, so that false faces are counted on what the network never saw. */
  private static final List<String> HELD_OUT =
      List.of("butterfly", "forest", "hydrangea", "lemon-doktorfisch", "road", "wyoming");

  /** The same picture as {@code us-house}. */
  private static final String DUPLICATE = "us-senate";

  private Scenes() {}

  /**
   * Those that training may see.
   *
   * @param folder of the photos
   */
  public static List<Image> forTraining(Path folder) throws IOException {
    return read(folder, false);
  }

  /**
   * The others.
   *
   * @param folder of the photos
   */
  public static List<Image> heldOut(Path folder) throws IOException {
    return read(folder, true);
  }

  private static List<Image> read(Path folder, boolean heldOut) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.list(folder)) {
      files = all.filter(f -> f.toString().endsWith(".jpg")).sorted().toList();
    }
    List<Image> scenes = new ArrayList<>();
    for (Path file : files) {
      String name = file.getFileName().toString();
      boolean held = HELD_OUT.stream().anyMatch(name::startsWith);
      if (held == heldOut && !name.startsWith(DUPLICATE)) {
        scenes.add(Photos.read(file));
      }
    }
    return scenes;
  }
}
