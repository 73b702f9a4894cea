package io.github.mien.image.io;

import io.github.mien.image.Metadata;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Adds an XMP packet to a picture file that passes through, whatever encoder writes it. The file's
 * head is held back until the place for the packet is known; of a WebP all is, since its head tells
 * its length.
 *
 * <p>The packet goes where part 3 of the <a
 * href="https://developer.adobe.com/xmp/docs/XMPSpecifications/">XMP specification</a> and, for
 * WebP, the container specification put it.
 */
final class MetadataStream extends OutputStream {
  private static final int SIGNATURE_BYTES = 12;

  /** Where a packet goes in one format. */
  interface Place {
    /** More of the head is needed to tell. */
    int UNKNOWN = -1;

    /**
     * Tells the place.
     *
     * @param head the file's first bytes
     * @return how many of them come before the packet, or {@link #UNKNOWN}
     */
    int find(byte[] head);

    /** The packet as the format wraps it. */
    byte[] wrap(byte[] xmp) throws IOException;
  }

  private final byte[] xmp;
  private final OutputStream out;
  private final ByteArrayOutputStream head = new ByteArrayOutputStream();
  private @Nullable FileFormat format;
  private boolean added;

  private MetadataStream(byte[] xmp, OutputStream out) {
    this.xmp = xmp;
    this.out = out;
  }

  /**
   * Writes a picture file with metadata.
   *
   * @param out not closed
   * @param file writes a PNG, JPEG, GIF or WebP
   * @throws IOException if writing fails, or something else was written
   */
  static void write(Metadata metadata, OutputStream out, AtomicFile.Content file)
      throws IOException {
    if (metadata.isEmpty()) {
      file.writeTo(out);
      return;
    }
    byte[] xmp = metadata.xmp().getBytes(StandardCharsets.UTF_8);
    MetadataStream stream = new MetadataStream(xmp, out);
    file.writeTo(stream);
    stream.finish();
  }

  @Override
  public void write(int value) throws IOException {
    write(new byte[] {(byte) value}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    if (added) {
      out.write(bytes, offset, length);
      return;
    }
    head.write(bytes, offset, length);
    if (format == null && head.size() >= SIGNATURE_BYTES) {
      format = FileFormat.of(head.toByteArray());
    }
    if (format != null && format != FileFormat.WEBP) {
      add(place(format));
    }
  }

  private static Place place(FileFormat format) throws IOException {
    return switch (format) {
      case PNG -> PngMetadata.PLACE;
      case JPEG -> JpegMetadata.PLACE;
      case GIF -> GifMetadata.PLACE;
      case BMP, WEBP -> throw new IOException("a " + format + " has no place for metadata");
    };
  }

  private void add(Place place) throws IOException {
    byte[] bytes = head.toByteArray();
    int before = place.find(bytes);
    if (before != Place.UNKNOWN) {
      out.write(bytes, 0, before);
      out.write(place.wrap(xmp));
      out.write(bytes, before, bytes.length - before);
      head.reset();
      added = true;
    }
  }

  @Override
  public void flush() throws IOException {
    if (added) {
      out.flush();
    }
  }

  private void finish() throws IOException {
    if (format == FileFormat.WEBP) {
      out.write(WebpMetadata.add(head.toByteArray(), xmp));
    } else if (!added) {
      throw new IOException("the picture ended before there was a place for its metadata");
    }
  }
}
