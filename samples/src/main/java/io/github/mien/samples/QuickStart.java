package io.github.mien.samples;

import io.github.mien.Mien;
import java.nio.file.Path;

/** Moves an expression from one photo to another: SOURCE TARGET OUT. */
public final class QuickStart {
  private QuickStart() {}

  /** Runs it. */
  public static void main(String[] args) throws Exception {
    Path source = Path.of(args[0]), target = Path.of(args[1]), out = Path.of(args[2]);
    // README: quick start
    try (Mien mien = Mien.create()) {
      mien.transfer(source, target).strength(0.9).write(out);
    }
    // README: end
  }
}
