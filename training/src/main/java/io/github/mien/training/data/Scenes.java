package io.github.mien.training.data;

import io.github.mien.image.Image;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The photos without people: backgrounds, textures, and what is no face. */
public final class Scenes {
  private Scenes() {}

  /**
   * @param data folder that holds {@code scenes}
   */
  public static List<Image> read(Path data) throws IOException {
    List<Image> scenes = new ArrayList<>();
    try (Stream<Path> files = Files.list(data.resolve("scenes"))) {
      for (Path file : files.sorted().toList()) {
        if (file.toString().endsWith(".jpg")) {
          scenes.add(Photos.read(file));
        }
      }
    }
    return scenes;
  }
}
