package io.github.mien.ffmpeg;

import io.github.mien.image.io.Animations;
import java.nio.file.Path;

/** Copies a video frame by frame and counts what it has: IN OUT. */
final class SmallHeap {
  private SmallHeap() {}

  public static void main(String[] args) throws Exception {
    Animations.write(Animations.read(Path.of(args[0])), Path.of(args[1]));
    System.out.println(Animations.count(Animations.read(Path.of(args[1]))) + " frames");
  }
}
