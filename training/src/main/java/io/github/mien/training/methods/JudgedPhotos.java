package io.github.mien.training.methods;

import io.github.mien.image.Image;
import io.github.mien.image.io.Images;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Photos by name, each read from its file once and judged once. For one thread. */
final class JudgedPhotos {
  private final Map<String, Judged> known = new HashMap<>();
  private final Path folder;
  private final Reference judge;

  /**
   * @param folder that the names are relative to
   */
  JudgedPhotos(Path folder, Reference judge) {
    this.folder = folder;
    this.judge = judge;
  }

  private record Judged(Image image, Reference.Reading reading) {}

  Image image(String name) throws IOException {
    return get(name).image();
  }

  /** What the judge says about a photo. */
  Reference.Reading reading(String name) throws IOException {
    return get(name).reading();
  }

  /** What the judge says about another picture; empty if it sees no face. */
  Optional<Reference.Reading> judge(Image picture) {
    return judge.read(picture);
  }

  private Judged get(String name) throws IOException {
    Judged photo = known.get(name);
    if (photo == null) {
      Path file = folder.resolve(name);
      Image image = Images.read(file);
      photo =
          new Judged(
              image,
              judge
                  .read(image)
                  .orElseThrow(() -> new IOException("the reference sees no face in " + file)));
      known.put(name, photo);
    }
    return photo;
  }
}
