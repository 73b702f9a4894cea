package io.github.mien.image.io;

import io.github.mien.image.Animation;
import io.github.mien.image.Image;
import io.github.mien.image.Rect;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * WebP, still and animated (<a href="https://www.rfc-editor.org/rfc/rfc9649">RFC 9649</a>). Single
 * pictures are compressed by whichever plug-in for ImageIO the application has; without one,
 * writing fails and says which dependency to add. Only the rectangle that changes is stored of each
 * frame; where nothing ever changes it is a still picture. Delays are exact to the millisecond;
 * frames that come less than 11 of them after the one before are left out, since viewers slow those
 * down. The compressed frames are kept in memory until all are there, since the file begins with
 * its length.
 *
 * @param quality 0 to 100 as in libwebp, where 100 is without loss
 */
public record WebpEncoder(int quality) implements AnimationEncoder, Encoder {
  /** Hardly seen losses. */
  public static final WebpEncoder GOOD = new WebpEncoder(85);

  /** No losses at all, and large files of photos. */
  public static final WebpEncoder LOSSLESS = new WebpEncoder(100);

  private static final int MAX_SIZE = 16383;
  private static final int MAX_MILLIS = (1 << 24) - 1;
  private static final int BLOCK = 8;

  /** Checks the quality. */
  public WebpEncoder {
    if (quality < 0 || quality > 100) {
      throw new IllegalArgumentException("quality is from 0 to 100, not " + quality);
    }
  }

  /** Whether this application has a plug-in that writes WebP. */
  public static boolean isAvailable() {
    return WebpPlugin.isAvailable();
  }

  /**
   * Writes a single picture.
   *
   * @param image not modified
   * @param out not closed
   * @throws IOException if there is no plug-in, or writing fails
   */
  @Override
  public void encode(Image image, OutputStream out) throws IOException {
    out.write(WebpPlugin.encode(image, quality));
  }

  @Override
  public void encode(Animation animation, OutputStream out) throws IOException {
    MetadataStream.write(animation.metadata(), out, file -> encodeFrames(animation, file));
  }

  private void encodeFrames(Animation animation, OutputStream out) throws IOException {
    if (Math.max(animation.width(), animation.height()) > MAX_SIZE) {
      throw new IOException(
          "a WebP has at most %d x %d pixels, not %s".formatted(MAX_SIZE, MAX_SIZE, animation));
    }
    Pass pass = new Pass(animation);
    Changes.walk(animation, pass.shown, 1, Placement.LEAST_MILLIS, pass);
    pass.finish(out);
  }

  /** Levels that a pixel may be off, as in libwebp's own animations; none without loss. */
  private int tolerance() {
    return quality == 100 ? 0 : (int) Math.round(31 - 30 * Math.sqrt(quality / 100.0));
  }

  /** One way through the frames; a frame is stored when it is known how long it lasts. */
  private final class Pass implements Changes.Sink {
    private final Animation animation;
    private final ShownPicture shown;
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private Rect area = new Rect(0, 0, 0, 0);
    private byte[] frame = new byte[0];
    private boolean blended;
    private byte[] still = new byte[0];
    private int frames;

    Pass(Animation animation) {
      this.animation = animation;
      this.shown = new ShownPicture(animation, tolerance(), true);
    }

    @Override
    public void show(Rect changed) throws IOException {
      area = even(changed);
      blended = body.size() > 0 && !changesAlpha();
      Image part = shown.image().view(area);
      Image pixels = blended ? onlyChanged(part) : shown.hasAlpha() ? part.copy() : opaque(part);
      still = WebpPlugin.encode(pixels, quality);
      frame = bitstream(still);
      frames++;
    }

    private boolean changesAlpha() {
      byte[] rgba = shown.image().data();
      for (int i = 0; i < shown.changed().length; i++) {
        if (shown.changed()[i] && rgba[4 * i + 3] != -1) {
          return true;
        }
      }
      return false;
    }

    /** With blocks transparent where all pixels stay as they are. */
    private Image onlyChanged(Image part) {
      Image pixels = part.copy();
      for (int y = 0; y < part.height(); y += BLOCK) {
        for (int x = 0; x < part.width(); x += BLOCK) {
          int width = Math.min(BLOCK, part.width() - x);
          int height = Math.min(BLOCK, part.height() - y);
          boolean stays = stays(new Rect(area.x() + x, area.y() + y, width, height));
          for (int i = 0; i < width * height; i++) {
            int at = pixels.index(x + i % width, y + i / width);
            pixels.data()[at + 3] = (byte) (stays ? 0 : -1);
          }
        }
      }
      return pixels;
    }

    private boolean stays(Rect block) {
      for (int y = block.y(); y < block.bottom(); y++) {
        for (int x = block.x(); x < block.right(); x++) {
          if (shown.changed()[y * animation.width() + x]) {
            return false;
          }
        }
      }
      return true;
    }

    /** A frame's corner has even coordinates. */
    private static Rect even(Rect area) {
      int x = area.x() & ~1;
      int y = area.y() & ~1;
      return new Rect(x, y, area.right() - x, area.bottom() - y);
    }

    private static Image opaque(Image part) {
      byte[] rgb = PngRows.of(part, 3).data();
      return Image.wrap(rgb, 0, 3 * part.width(), part.width(), part.height(), 3);
    }

    /** The chunks of a still picture that a frame has as well. */
    private static byte[] bitstream(byte[] still) throws IOException {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      for (WebpChunk chunk = WebpChunk.first(still); chunk != null; chunk = chunk.next(still)) {
        if (chunk.isBitstream()) {
          out.writeBytes(WebpChunk.write(chunk.type(), chunk.data(still)));
        }
      }
      return out.toByteArray();
    }

    @Override
    public void last(int units) throws IOException {
      ByteBuffer data = fields(16 + frame.length);
      WebpChunk.put24(data, area.x() / 2);
      WebpChunk.put24(data, area.y() / 2);
      WebpChunk.put24(data, area.width() - 1);
      WebpChunk.put24(data, area.height() - 1);
      WebpChunk.put24(data, Math.min(MAX_MILLIS, units));
      // Blended with what is there, or put in its place; never cleared.
      data.put((byte) (blended ? 0 : WebpChunk.FRAME_REPLACES));
      body.write(WebpChunk.write(WebpChunk.FRAME, data.put(frame).array()));
    }

    void finish(OutputStream out) throws IOException {
      if (frames == 1) {
        out.write(still);
        return;
      }
      int flags = WebpChunk.HAS_ANIMATION | WebpChunk.HAS_ALPHA;
      ByteBuffer loops = fields(6).putInt(0).putShort((short) animation.loops());
      ByteArrayOutputStream chunks = new ByteArrayOutputStream();
      chunks.write(WebpChunk.extendedHeader(flags, animation.width(), animation.height()));
      chunks.write(WebpChunk.write(WebpChunk.LOOPS, loops.array()));
      body.writeTo(chunks);
      out.write(WebpChunk.writeFile(chunks.toByteArray()));
    }

    private static ByteBuffer fields(int bytes) {
      return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
  }
}
