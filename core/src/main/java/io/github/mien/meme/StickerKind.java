package io.github.mien.meme;

/** What file a sticker is. */
public enum StickerKind {
  /** A GIF, of one frame or many. */
  GIF("gif"),
  /** A PNG, an animated one where there are many frames. */
  PNG("png"),
  /** A WebP, an animated one where there are many frames. */
  WEBP("webp"),
  /** A WebM video with VP9. */
  WEBM("webm");

  private final String extension;

  StickerKind(String extension) {
    this.extension = extension;
  }

  /** What the name of such a file ends in, without the dot. */
  public String extension() {
    return extension;
  }
}
