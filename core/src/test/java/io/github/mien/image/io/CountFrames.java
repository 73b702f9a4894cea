package io.github.mien.image.io;

import java.nio.file.Path;

/** Goes through an animation, with as little memory as the test gives it: FILE. */
final class CountFrames {
  private CountFrames() {}

  public static void main(String[] args) throws Exception {
    System.out.println(Animations.count(Animations.read(Path.of(args[0]))) + " frames");
  }
}
