package io.github.mien.image.io;

import io.github.mien.image.Animation;
import io.github.mien.image.Rect;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Animated GIF (<a href="https://www.w3.org/Graphics/GIF/spec-gif89a.txt">GIF89a</a> with
 * Netscape's loops). Only the rectangle that changes is stored of each frame, and pixels in it that
 * stay are left transparent. Delays are hundredths of a second, rounded so that the total is right;
 * frames that come less than two of them after the one before are left out, since viewers slow
 * those down. A pixel is transparent below half of full alpha, else opaque.
 *
 * @param colors 2 to 256, the transparent one among them
 * @param palettes one for all frames, or one for each
 * @param dithered whether two colours in a pattern may show one that lies between; the pattern
 *     stands still
 * @param loss 0 (none) to 100: how far colours may be off to make the file smaller. About 20 is
 *     hardly seen
 */
public record GifEncoder(int colors, Palettes palettes, boolean dithered, int loss)
    implements AnimationEncoder {
  /** 256 colours for all frames, dithered, without loss. */
  public static final GifEncoder BEST = new GifEncoder(256, Palettes.GLOBAL, true, 0);

  private static final int UNIT_MILLIS = 10;
  private static final int LEAST_UNITS = 2;
  private static final int KEEP = 1;
  private static final int CLEAR = 2;

  /** How many palettes there are. */
  public enum Palettes {
    /** One for all frames: smallest, and right where the scene stays the same. */
    GLOBAL,
    /** One for what changes in each frame: better colours where scenes differ. */
    PER_FRAME
  }

  /** Checks the numbers. */
  public GifEncoder {
    if (colors < 2 || colors > 256) {
      throw new IllegalArgumentException("a GIF has 2 to 256 colours, not " + colors);
    }
    if (loss < 0 || loss > 100) {
      throw new IllegalArgumentException("loss is from 0 to 100, not " + loss);
    }
  }

  /** With so many colours, 2 to 256. */
  public GifEncoder withColors(int number) {
    return new GifEncoder(number, palettes, dithered, loss);
  }

  /** With other palettes. */
  public GifEncoder withPalettes(Palettes other) {
    return new GifEncoder(colors, other, dithered, loss);
  }

  /** With or without patterns for colours that lie between. */
  public GifEncoder withDither(boolean dither) {
    return new GifEncoder(colors, palettes, dither, loss);
  }

  /** With a smaller file for colours that are off, 0 to 100. */
  public GifEncoder withLoss(int level) {
    return new GifEncoder(colors, palettes, dithered, level);
  }

  @Override
  public void encode(Animation animation, OutputStream out) throws IOException {
    MetadataStream.write(animation.metadata(), out, file -> encodeFrames(animation, file));
  }

  private void encodeFrames(Animation animation, OutputStream out) throws IOException {
    if (Math.max(animation.width(), animation.height()) > 0xffff) {
      throw new IOException("a GIF has at most 65535 x 65535 pixels, not " + animation);
    }
    Pass pass = new Pass(animation, out);
    if (palettes == Palettes.GLOBAL) {
      pass.palette =
          palette(
              ColorHistogram.of(
                  animation, viewer(animation), UNIT_MILLIS, LEAST_UNITS, colors - 1));
    }
    pass.start(palettes == Palettes.GLOBAL);
    Changes.walk(animation, pass.shown, UNIT_MILLIS, LEAST_UNITS, pass);
    pass.flush(KEEP);
    out.write(0x3b);
  }

  private ShownPicture viewer(Animation animation) {
    return new ShownPicture(animation, loss / 10, false);
  }

  private Palette palette(ColorHistogram histogram) {
    return Palette.of(histogram, colors - 1, dithered);
  }

  /** One way through the frames; the last one waits until it is known how it must be left. */
  private final class Pass implements Changes.Sink {
    private final Animation animation;
    private final OutputStream out;
    private final ShownPicture shown;
    private final IndexedPixels pixels;
    private Palette palette = new Palette(new int[1], false);
    private Rect area = new Rect(0, 0, 0, 0);
    private int delay;

    Pass(Animation animation, OutputStream out) {
      this.animation = animation;
      this.out = out;
      this.shown = viewer(animation);
      this.pixels = new IndexedPixels(animation.width(), animation.height());
    }

    void start(boolean withPalette) throws IOException {
      ByteBuffer head = fields(13);
      head.put("GIF89a".getBytes(StandardCharsets.US_ASCII));
      head.putShort((short) animation.width()).putShort((short) animation.height());
      head.put((byte) (withPalette ? 0xf0 | bits() - 1 : 0x70)).putShort((short) 0);
      out.write(head.array());
      if (withPalette) {
        writePalette();
      }
      if (animation.loops() != 1) {
        ByteBuffer loop = fields(19);
        loop.put((byte) 0x21).put((byte) 0xff).put((byte) 11);
        loop.put("NETSCAPE2.0".getBytes(StandardCharsets.US_ASCII)).put((byte) 3).put((byte) 1);
        // The number tells how often it is shown again.
        loop.putShort((short) Math.max(0, animation.loops() - 1)).put((byte) 0);
        out.write(loop.array());
      }
    }

    @Override
    public void show(Rect changed) throws IOException {
      Rect drawn = changed;
      if (delay > 0) {
        if (shown.clears()) {
          area = area.union(changed);
          drawn = area;
          flush(CLEAR);
          pixels.clear(drawn);
          shown.renew(drawn);
        } else {
          flush(KEEP);
        }
      }
      area = drawn;
      if (palettes == Palettes.PER_FRAME) {
        ColorHistogram histogram = new ColorHistogram(colors - 1);
        histogram.add(shown.image(), drawn);
        palette = palette(histogram);
      }
      pixels.index(shown, palette);
    }

    @Override
    public void last(int units) {
      delay = Math.min(units, 0xffff);
    }

    private void flush(int disposal) throws IOException {
      ByteBuffer head = fields(18);
      head.put((byte) 0x21).put((byte) 0xf9).put((byte) 4).put((byte) (disposal << 2 | 1));
      head.putShort((short) delay).put((byte) palette.size()).put((byte) 0);
      head.put((byte) 0x2c).putShort((short) area.x()).putShort((short) area.y());
      head.putShort((short) area.width()).putShort((short) area.height());
      head.put((byte) (palettes == Palettes.PER_FRAME ? 0x80 | bits() - 1 : 0));
      out.write(head.array());
      if (palettes == Palettes.PER_FRAME) {
        writePalette();
      }
      float tolerance = loss * loss * 0.06f;
      out.write(new LzwEncoder(palette, Math.max(2, bits()), tolerance).encode(pixels, places()));
    }

    private int[] places() {
      int[] places = new int[area.width() * area.height()];
      Arrays.setAll(
          places,
          i -> (area.y() + i / area.width()) * animation.width() + area.x() + i % area.width());
      return places;
    }

    /** Bits of the numbers of the colours and the transparent one. */
    private int bits() {
      return Math.max(1, 32 - Integer.numberOfLeadingZeros(palette.size()));
    }

    private void writePalette() throws IOException {
      byte[] rgb = new byte[3 << bits()];
      for (int i = 0; i < palette.size(); i++) {
        int color = palette.color(i);
        rgb[3 * i] = (byte) (color >> 16);
        rgb[3 * i + 1] = (byte) (color >> 8);
        rgb[3 * i + 2] = (byte) color;
      }
      out.write(rgb);
    }

    private static ByteBuffer fields(int bytes) {
      return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
  }
}
