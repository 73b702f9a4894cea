package io.github.mien.cli;

import io.github.mien.meme.StickerFormat;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Whose face stickers show, and for which platform. */
final class StickerOptions {
  @Option(
      names = "--target",
      required = true,
      paramLabel = "PHOTO",
      description = "Photo whose face is shown.")
  private Path photo;

  @Option(
      names = "--format",
      paramLabel = "PLATFORM",
      defaultValue = "wechat",
      description = "One of ${COMPLETION-CANDIDATES}; default: ${DEFAULT-VALUE}.")
  private StickerFormat format;

  Path photo() {
    return photo;
  }

  StickerFormat format() {
    return format;
  }
}
