package io.github.mien.cli;

import io.github.mien.image.Image;
import io.github.mien.image.io.Images;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/**
 * The faces that ship with the project. Each is an average of at least eight people, made by {@code
 * mien average}; FACES.md beside them says of whose photos.
 */
enum SampleFace {
  WOMAN_SMILING("woman-smiling.jpg"),
  YOUNG_WOMAN("young-woman.jpg"),
  OLDER_MAN("older-man.jpg"),
  MAN_MOUTH_OPEN("man-mouth-open.jpg");

  private final String file;

  SampleFace(String file) {
    this.file = file;
  }

  String file() {
    return file;
  }

  InputStream open() {
    return Objects.requireNonNull(SampleFace.class.getResourceAsStream("/faces/" + file), file);
  }

  Image load() {
    try (InputStream bytes = open()) {
      return Images.read(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
