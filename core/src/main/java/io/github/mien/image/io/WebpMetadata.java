package io.github.mien.image.io;

import io.github.mien.image.Metadata;
import io.github.mien.image.Rect;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;

/**
 * XMP in a WebP: the last chunk of a file in the extended format, which a simple file is turned
 * into (<a href="https://developers.google.com/speed/webp/docs/riff_container">container
 * specification</a>).
 */
final class WebpMetadata {
  private WebpMetadata() {}

  /** The same picture with a packet. */
  static byte[] add(byte[] file, byte[] xmp) throws IOException {
    WebpChunk first = WebpChunk.first(file);
    if (first == null) {
      throw new IOException("a WebP of " + file.length + " bytes is not whole");
    }
    ByteArrayOutputStream chunks = new ByteArrayOutputStream();
    chunks.write(extendedHeader(file, first));
    int from = first.type().equals(WebpChunk.EXTENDED) ? first.end() : first.start();
    chunks.write(file, from, file.length - from);
    chunks.write(WebpChunk.write(WebpChunk.XMP, xmp));
    return WebpChunk.writeFile(chunks.toByteArray());
  }

  private static byte[] extendedHeader(byte[] file, WebpChunk first) throws IOException {
    if (first.type().equals(WebpChunk.EXTENDED)) {
      byte[] header = first.data(file);
      header[0] |= WebpChunk.HAS_XMP;
      return WebpChunk.write(WebpChunk.EXTENDED, header);
    }
    Rect size = first.size(file);
    int alpha = first.bitstreamHasAlpha(file) ? WebpChunk.HAS_ALPHA : 0;
    return WebpChunk.extendedHeader(WebpChunk.HAS_XMP | alpha, size.width(), size.height());
  }

  static Metadata read(byte[] file) {
    try {
      for (WebpChunk chunk = WebpChunk.first(file); chunk != null; chunk = chunk.next(file)) {
        if (chunk.type().equals(WebpChunk.XMP)) {
          return XmpPacket.read(file, chunk.from(), chunk.from() + chunk.length());
        }
      }
    } catch (EOFException e) {
      // Cut short, and no packet up to there.
    }
    return Metadata.NONE;
  }
}
