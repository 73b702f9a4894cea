package io.github.mien.image.io;

import io.github.mien.image.Animation;
import io.github.mien.image.Image;
import io.github.mien.image.Rect;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Animated PNG (<a href="https://www.w3.org/TR/png-3/#apng-frame-based-animation">PNG, third
 * edition</a>), which programs that know no animation show as its first frame. Only the rectangle
 * that changes is stored of each frame; where nothing ever changes it is a plain PNG. Delays are
 * exact to the millisecond; frames that come less than 11 of them after the one before are left
 * out, since viewers slow those down. The compressed frames are kept in memory until all are there,
 * since the file begins with their number.
 *
 * @param colors 0 for all that there are, with shades of transparency; 2 to 256 for a much smaller
 *     file, in which pixels are opaque or transparent and one number stands for the latter
 * @param loss 0 (none) to 100: how far a pixel may be off before it is stored anew
 */
public record ApngEncoder(int colors, int loss) implements AnimationEncoder {
  /** All colours, without loss. */
  public static final ApngEncoder BEST = new ApngEncoder(0, 0);

  /** Checks the numbers. */
  public ApngEncoder {
    if (colors != 0 && (colors < 2 || colors > 256)) {
      throw new IllegalArgumentException(
          "an indexed PNG has 2 to 256 colours, not " + colors + "; 0 means all");
    }
    if (loss < 0 || loss > 100) {
      throw new IllegalArgumentException("loss is from 0 to 100, not " + loss);
    }
  }

  /** With so many colours, 2 to 256, or 0 for all that there are. */
  public ApngEncoder withColors(int number) {
    return new ApngEncoder(number, loss);
  }

  /** With a smaller file for pixels that are off, 0 to 100. */
  public ApngEncoder withLoss(int level) {
    return new ApngEncoder(colors, level);
  }

  @Override
  public void encode(Animation animation, OutputStream out) throws IOException {
    MetadataStream.write(animation.metadata(), out, file -> encodeFrames(animation, file));
  }

  private void encodeFrames(Animation animation, OutputStream out) throws IOException {
    Pass pass = new Pass(animation, viewer(animation), palette(animation));
    Changes.walk(animation, pass.shown, 1, Placement.LEAST_MILLIS, pass);
    pass.finish(out);
  }

  private ShownPicture viewer(Animation animation) {
    return new ShownPicture(animation, loss / 10, colors == 0);
  }

  private @Nullable Palette palette(Animation animation) throws IOException {
    if (colors == 0) {
      return null;
    }
    ColorHistogram histogram =
        ColorHistogram.of(animation, viewer(animation), 1, Placement.LEAST_MILLIS, colors - 1);
    return Palette.of(histogram, colors - 1, true);
  }

  /** One way through the frames; a frame is stored when it is known how long it lasts. */
  private static final class Pass implements Changes.Sink {
    private final Animation animation;
    private final ShownPicture shown;
    private final @Nullable Palette palette;
    private final IndexedPixels pixels;
    private final ByteArrayOutputStream firstControl = new ByteArrayOutputStream();
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private final PngChunks chunks = new PngChunks(body);
    private Rect area = new Rect(0, 0, 0, 0);
    private byte[] frame = new byte[0];
    private boolean over;
    private int frames;
    private int sequence;

    Pass(Animation animation, ShownPicture shown, @Nullable Palette palette) {
      this.animation = animation;
      this.shown = shown;
      this.palette = palette;
      this.pixels = new IndexedPixels(animation.width(), animation.height());
    }

    @Override
    public void show(Rect changed) {
      area = changed;
      over = palette != null && frames > 0 && !shown.clears();
      if (palette != null) {
        frame = indexed(palette);
      } else {
        frame = PngRows.compress(pixels(), true);
      }
    }

    private PngRows pixels() {
      Image part = shown.image().view(area);
      int channels = shown.hasAlpha() ? 4 : 3;
      return PngRows.of(part, channels);
    }

    private byte[] indexed(Palette colors) {
      if (!over) {
        shown.renew(area);
      }
      pixels.index(shown, colors);
      byte[] numbers = new byte[area.width() * area.height()];
      for (int i = 0; i < numbers.length; i++) {
        int x = area.x() + i % area.width();
        int y = area.y() + i / area.width();
        numbers[i] = (byte) pixels.wanted(y * animation.width() + x);
      }
      return PngRows.compress(new PngRows(numbers, area.width(), 1), false);
    }

    @Override
    public void last(int units) throws IOException {
      ByteBuffer control = ByteBuffer.allocate(26).putInt(sequence++);
      control.putInt(area.width()).putInt(area.height()).putInt(area.x()).putInt(area.y());
      // 16 bits of numerator and denominator: longer delays in seconds.
      boolean exact = units <= 0xffff;
      control.putShort((short) (exact ? units : Math.min(0xffff, Math.round(units / 1000.0))));
      control.putShort((short) (exact ? 1000 : 1));
      control.put((byte) 0).put((byte) (over ? 1 : 0));
      if (frames == 0) {
        new PngChunks(firstControl).write(PngChunk.FRAME, control.array());
        chunks.write(PngChunk.PIXELS, frame);
      } else {
        chunks.write(PngChunk.FRAME, control.array());
        byte[] data = ByteBuffer.allocate(4 + frame.length).putInt(sequence++).put(frame).array();
        chunks.write(PngChunk.FRAME_PIXELS, data);
      }
      frames++;
    }

    void finish(OutputStream out) throws IOException {
      PngChunks file = new PngChunks(out);
      file.writeSignature();
      ByteBuffer header = ByteBuffer.allocate(13);
      header.putInt(animation.width()).putInt(animation.height()).put((byte) 8);
      header.put((byte) (palette != null ? 3 : shown.hasAlpha() ? 6 : 2));
      file.write(PngChunk.HEADER, header.array());
      if (frames > 1) {
        file.write(
            PngChunk.ANIMATION,
            ByteBuffer.allocate(8).putInt(frames).putInt(animation.loops()).array());
      }
      if (palette != null) {
        writePalette(palette, file);
      }
      if (frames > 1) {
        firstControl.writeTo(out);
      }
      body.writeTo(out);
      file.writeEnd();
    }

    private static void writePalette(Palette palette, PngChunks file) throws IOException {
      byte[] rgb = new byte[3 * (palette.size() + 1)];
      byte[] alpha = new byte[palette.size() + 1];
      for (int i = 0; i < palette.size(); i++) {
        rgb[3 * i] = (byte) (palette.color(i) >> 16);
        rgb[3 * i + 1] = (byte) (palette.color(i) >> 8);
        rgb[3 * i + 2] = (byte) palette.color(i);
        alpha[i] = -1;
      }
      file.write("PLTE", rgb);
      file.write("tRNS", alpha);
    }
  }
}
