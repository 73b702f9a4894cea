package io.github.mien.image.io;

import io.github.mien.image.Frame;
import io.github.mien.image.FrameSource;
import io.github.mien.image.Image;
import io.github.mien.image.Rect;
import io.github.mien.image.io.Placement.Disposal;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The frames of an animation, decoded one at a time and laid on one canvas, which is transparent at
 * first. Transparency is mixed as WebP and APNG ask for it, with sRGB values as they are.
 */
final class CanvasFrames implements FrameSource {
  private final List<Placement> placements;
  private final FrameDecoder decoder;
  private final Image canvas;
  private @Nullable Image before;
  private int next;

  /** Decodes what is stored. */
  interface FrameDecoder extends AutoCloseable {
    /**
     * Decodes a frame; they come in order.
     *
     * @param number from 0
     * @return RGB or RGBA
     */
    Image decode(int number) throws IOException;

    @Override
    default void close() {}
  }

  CanvasFrames(int width, int height, List<Placement> placements, FrameDecoder decoder)
      throws ImageReadException {
    this.placements = placements;
    this.decoder = decoder;
    try {
      this.canvas = Image.create(width, height, 4);
    } catch (OutOfMemoryError e) {
      throw Decoder.failure(e, "%d x %d pixels".formatted(width, height));
    }
  }

  @Override
  public @Nullable Frame next() throws IOException {
    if (next == placements.size()) {
      return null;
    }
    if (next > 0) {
      dispose(placements.get(next - 1));
    }
    Placement placement = placements.get(next);
    draw(next, placement);
    next++;
    return new Frame(canvas, placement.millis());
  }

  @Override
  public void close() {
    decoder.close();
  }

  private void draw(int number, Placement placement) throws ImageReadException {
    Rect area = placement.area();
    try {
      before = placement.disposal() == Disposal.RESTORE ? canvas.copy() : null;
      lay(decoder.decode(number), placement);
    } catch (IOException | RuntimeException | OutOfMemoryError e) {
      throw Decoder.failure(e, "%d x %d pixels".formatted(area.width(), area.height()))
          .of("frame " + (number + 1));
    }
  }

  private void dispose(Placement placement) {
    if (placement.disposal() == Disposal.RESTORE && before != null) {
      before.copyTo(canvas);
    } else if (placement.disposal() == Disposal.CLEAR) {
      Rect area = placement.area().intersection(canvas.bounds());
      for (int y = area.y(); y < area.bottom(); y++) {
        int row = canvas.index(area.x(), y);
        Arrays.fill(canvas.data(), row, row + 4 * area.width(), (byte) 0);
      }
    }
  }

  /** What sticks out of the canvas, as with some programs' GIFs, is not seen. */
  private void lay(Image pixels, Placement placement) {
    int left = placement.area().x();
    int top = placement.area().y();
    Rect visible =
        new Rect(left, top, pixels.width(), pixels.height()).intersection(canvas.bounds());
    for (int y = visible.y(); y < visible.bottom(); y++) {
      int in = pixels.index(visible.x() - left, y - top);
      int out = canvas.index(visible.x(), y);
      for (int x = 0; x < visible.width(); x++, in += pixels.channels(), out += 4) {
        int alpha = pixels.hasAlpha() ? pixels.data()[in + 3] & 0xff : 255;
        if (alpha == 255 || !placement.over()) {
          System.arraycopy(pixels.data(), in, canvas.data(), out, 3);
          canvas.data()[out + 3] = (byte) alpha;
        } else if (alpha > 0) {
          mix(pixels.data(), in, alpha, canvas.data(), out);
        }
      }
    }
  }

  private static void mix(byte[] from, int in, int alpha, byte[] to, int out) {
    int below = (to[out + 3] & 0xff) * (255 - alpha);
    int above = 255 * alpha;
    int whole = above + below;
    for (int c = 0; c < 3; c++) {
      int sum = above * (from[in + c] & 0xff) + below * (to[out + c] & 0xff);
      to[out + c] = (byte) ((sum + whole / 2) / whole);
    }
    to[out + 3] = (byte) ((whole + 127) / 255);
  }
}
