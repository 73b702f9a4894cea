package io.github.mien.samples;

import io.github.mien.Mien;
import io.github.mien.Source;
import io.github.mien.Target;
import io.github.mien.image.io.Images;
import java.nio.file.Path;
import java.util.Arrays;

/** Gives one face the expressions of several photos: TARGET OUT-FOLDER SOURCE... */
public final class ManyExpressions {
  private ManyExpressions() {}

  /** Runs it. */
  public static void main(String[] args) throws Exception {
    Path portrait = Path.of(args[0]), folder = Path.of(args[1]);
    String[] photos = Arrays.copyOfRange(args, 2, args.length);
    // README: many expressions
    try (Mien mien = Mien.create()) {
      Target target = mien.target(Images.read(portrait));
      for (int i = 0; i < photos.length; i++) {
        Source source = mien.source(Images.read(Path.of(photos[i])));
        target.show(source).write(folder.resolve(i + ".png"));
      }
    }
    // README: end
  }
}
