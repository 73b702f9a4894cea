package io.github.mien.ffmpeg;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.bytedeco.javacpp.BytePointer;

/** Names of files as FFmpeg takes them. */
final class Paths {
  private Paths() {}

  /** With the protocol in front, so that no name is taken for another one. */
  static BytePointer url(Path file) {
    return new BytePointer("file:" + file.toAbsolutePath(), StandardCharsets.UTF_8);
  }
}
