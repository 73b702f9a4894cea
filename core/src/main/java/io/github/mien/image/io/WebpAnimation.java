package io.github.mien.image.io;

import io.github.mien.image.Animation;
import io.github.mien.image.Frame;
import io.github.mien.image.FrameSource;
import io.github.mien.image.Image;
import io.github.mien.image.Rect;
import io.github.mien.image.io.ImageReadException.Kind;
import io.github.mien.image.io.Placement.Disposal;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * All frames of an animated WebP on their canvas (<a
 * href="https://www.rfc-editor.org/rfc/rfc9649#section-2.7.1.1">RFC 9649</a>). The chunks are
 * walked once; each frame is decoded when it is wanted. The background is transparent, as in
 * browsers, whatever colour the file recommends.
 */
final class WebpAnimation {
  private static final int FRAME_HEADER_BYTES = 16;
  private static final int EXTENDED_HEADER_BYTES = 10;

  private final byte[] file;
  private final int width;
  private final int height;
  private final List<WebpChunk> stored = new ArrayList<>();
  private final List<Placement> placements = new ArrayList<>();
  private final byte[] profile;
  private int loops = Animation.FOREVER;

  /**
   * Walks a file whose chunks are all there.
   *
   * @param file for which {@link #isIn} is true
   * @param profile the ICC profile of all frames; empty for none
   */
  WebpAnimation(byte[] file, byte[] profile) throws IOException {
    this.file = file;
    this.profile = profile;
    WebpChunk header = Objects.requireNonNull(WebpChunk.first(file));
    Rect size = header.size(file);
    this.width = size.width();
    this.height = size.height();
    Decoder.requireSize(width, height);
    for (WebpChunk chunk = header; chunk != null; chunk = chunk.next(file)) {
      switch (chunk.type()) {
        case WebpChunk.LOOPS -> readLoops(chunk);
        case WebpChunk.FRAME -> readFrame(chunk);
        default -> {}
      }
    }
    if (stored.isEmpty()) {
      throw new ImageReadException(Kind.DAMAGED, "damaged: an animated WebP without a frame");
    }
  }

  /** Whether a WebP is animated. */
  static boolean isIn(byte[] file) throws IOException {
    WebpChunk header = WebpChunk.first(file);
    return header != null
        && header.type().equals(WebpChunk.EXTENDED)
        && header.length() >= EXTENDED_HEADER_BYTES
        && (file[header.from()] & WebpChunk.HAS_ANIMATION) != 0;
  }

  /** The first frame on its canvas. */
  Image first() throws IOException {
    try (FrameSource frames = open()) {
      Frame frame = Objects.requireNonNull(frames.next());
      return frame.image();
    }
  }

  Animation toAnimation() {
    return Animation.of(width, height, this::open).withLoops(loops);
  }

  private FrameSource open() throws ImageReadException {
    return new CanvasFrames(width, height, placements, this::decode);
  }

  private Image decode(int number) throws IOException {
    WebpChunk frame = stored.get(number);
    Rect area = placements.get(number).area();
    int end = frame.from() + frame.length();
    Image pixels =
        WebpBitstream.in(file, frame.from() + FRAME_HEADER_BYTES, end)
            .decode(file, area.width(), area.height());
    ColorProfile.apply(profile, pixels);
    return pixels;
  }

  private void readLoops(WebpChunk chunk) {
    if (chunk.length() >= 6) {
      loops = WebpChunk.fields(file).getShort(chunk.from() + 4) & 0xffff;
    }
  }

  private void readFrame(WebpChunk chunk) throws IOException {
    if (chunk.length() < FRAME_HEADER_BYTES) {
      throw new ImageReadException(Kind.DAMAGED, "damaged: a frame of a WebP without its place");
    }
    ByteBuffer fields = WebpChunk.fields(file);
    int from = chunk.from();
    Rect area =
        new Rect(
            2 * WebpChunk.get24(fields, from),
            2 * WebpChunk.get24(fields, from + 3),
            1 + WebpChunk.get24(fields, from + 6),
            1 + WebpChunk.get24(fields, from + 9));
    if (!new Rect(0, 0, width, height).contains(area)) {
      throw new ImageReadException(
          Kind.DAMAGED, "damaged: a frame of a WebP sticks out of its canvas");
    }
    int millis = (int) Placement.shown(WebpChunk.get24(fields, from + 12));
    int flags = fields.get(from + 15);
    stored.add(chunk);
    placements.add(
        new Placement(
            area,
            millis,
            (flags & WebpChunk.FRAME_REPLACES) == 0,
            (flags & WebpChunk.FRAME_IS_CLEARED) == 0 ? Disposal.KEEP : Disposal.CLEAR));
  }
}
