package io.github.mien.image;

import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * What a file says of its picture beside the pixels: a packet of <a
 * href="https://developer.adobe.com/xmp/docs/XMPSpecifications/">XMP</a> (ISO 16684-1). Immutable.
 *
 * @param xmp the packet, at most {@link #MAX_BYTES} of UTF-8; empty for none
 */
public record Metadata(String xmp) {
  /** A file that says nothing. */
  public static final Metadata NONE = new Metadata("");

  /** What fits into one segment of a JPEG (XMP part 3, 1.1.3). */
  public static final int MAX_BYTES = 65502;

  /** Checks the length, and that the packet is text: a GIF relies on that. */
  public Metadata {
    Objects.requireNonNull(xmp, "xmp");
    int bytes = xmp.getBytes(StandardCharsets.UTF_8).length;
    if (bytes > MAX_BYTES) {
      throw new IllegalArgumentException(
          "an XMP packet has at most %d bytes, not %d".formatted(MAX_BYTES, bytes));
    }
    if (xmp.chars().anyMatch(c -> c < ' ' && c != '\t' && c != '\n' && c != '\r')) {
      throw new IllegalArgumentException("an XMP packet is XML, which has no control characters");
    }
  }

  /** Whether the file says nothing. */
  public boolean isEmpty() {
    return xmp.isEmpty();
  }
}
