package io.github.mien.samples;

import io.github.mien.FaceChoice;
import io.github.mien.Group;
import io.github.mien.Mien;
import io.github.mien.Source;
import io.github.mien.expression.Preset;
import io.github.mien.expression.Presets;
import io.github.mien.image.io.Images;
import io.github.mien.transfer.TransferOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Several faces of a photo change: {@code Groups GROUP FRIENDS FOLDER}. */
public final class Groups {
  private Groups() {}

  /** Runs it. */
  public static void main(String[] args) throws IOException {
    try (Mien mien = Mien.create()) {
      show(mien, Path.of(args[0]), Path.of(args[1]), Path.of(args[2]));
    }
  }

  private static void show(Mien mien, Path photo, Path friends, Path folder) throws IOException {
    // README: several faces
    Group group = mien.group(Images.read(photo)); // faces count from left to right
    Preset laugh = Presets.embedded().get("laugh");
    group.show(FaceChoice.all(), laugh).write(folder.resolve("all.png"));
    group.show(FaceChoice.at(1), laugh).write(folder.resolve("second.png"));

    List<Source> others = mien.sources(Images.read(friends));
    group.show(others, mien.bestMatch(), TransferOptions.DEFAULT).write(folder.resolve("cast.png"));
    // README: end
  }
}
