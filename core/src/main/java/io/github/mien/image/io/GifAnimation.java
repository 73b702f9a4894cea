package io.github.mien.image.io;

import io.github.mien.image.Animation;
import io.github.mien.image.Frame;
import io.github.mien.image.FrameSource;
import io.github.mien.image.Image;
import io.github.mien.image.Rect;
import io.github.mien.image.io.ImageReadException.Kind;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageReader;
import org.jspecify.annotations.Nullable;

/**
 * All frames of a GIF on their canvas. The blocks are walked once; pixels are decoded in passing.
 */
final class GifAnimation {
  private static final int HEADER_BYTES = 13;
  private static final int EXTENSION = 0x21;
  private static final int FRAME = 0x2c;
  private static final int TRAILER = 0x3b;
  private static final int CONTROL = 0xf9;
  private static final int APPLICATION = 0xff;
  private static final int FRAME_HEADER_BYTES = 9;

  /** What viewers take for a delay that is missing or too short, in hundredths of a second. */
  private static final int USUAL_DELAY = 10;

  private final byte[] file;
  private final GifBytes gif;
  private final List<Part> parts = new ArrayList<>();
  private int width;
  private int height;
  private int loops = 1;

  /** One frame as stored. */
  private record Part(Rect area, int millis, int disposal) {}

  private GifAnimation(byte[] file) throws IOException {
    this.file = file;
    this.gif = new GifBytes(file);
    if (file.length < HEADER_BYTES) {
      throw new EOFException();
    }
    this.width = gif.unsigned16(6);
    this.height = gif.unsigned16(8);
    walk();
  }

  /** The animation in a file whose blocks are all there. */
  static Animation of(byte[] file) throws IOException {
    GifAnimation gif = new GifAnimation(file);
    Decoder.requireSize(gif.width, gif.height);
    return Animation.of(gif.width, gif.height, gif::open).withLoops(gif.loops);
  }

  private void walk() throws IOException {
    int at = HEADER_BYTES + GifBytes.paletteBytes(file[10]);
    int delay = 0;
    int disposal = 0;
    while (true) {
      int type = gif.at(at);
      if (type == TRAILER && parts.isEmpty()) {
        throw new ImageReadException(Kind.DAMAGED, "damaged: a GIF without a frame");
      }
      if (type == TRAILER) {
        return;
      }
      if (type == EXTENSION) {
        int label = gif.at(at + 1);
        int end = gif.skipBlocks(at + 2);
        if (label == CONTROL && gif.at(at + 2) >= 4) {
          disposal = file[at + 3] >> 2 & 7;
          delay = gif.unsigned16(at + 4);
        } else if (label == APPLICATION) {
          readLoops(at, end);
        }
        at = end;
      } else if (type == FRAME) {
        at = walkFrame(at, delay < 2 ? USUAL_DELAY : delay, disposal);
        delay = 0;
        disposal = 0;
      } else {
        throw new ImageReadException(Kind.DAMAGED, "damaged: an unknown block in a GIF");
      }
    }
  }

  private void readLoops(int at, int end) {
    boolean named =
        at + 18 <= end
            && new String(file, at + 3, 11, StandardCharsets.US_ASCII).equals("NETSCAPE2.0");
    if (named && file[at + 15] == 1) {
      int again = gif.unsigned16(at + 16);
      loops = again == 0 ? Animation.FOREVER : Math.min(0xffff, again + 1);
    }
  }

  private int walkFrame(int at, int delay, int disposal) throws IOException {
    int header = at + 1;
    int data = header + FRAME_HEADER_BYTES;
    if (data > file.length) {
      throw new EOFException();
    }
    Rect area =
        new Rect(
            gif.unsigned16(header),
            gif.unsigned16(header + 2),
            gif.unsigned16(header + 4),
            gif.unsigned16(header + 6));
    parts.add(new Part(area, 10 * delay, disposal));
    if (parts.size() == 1) {
      // Some programs write frames that stick out of the canvas, or a canvas of nothing.
      width = Math.max(width, area.right());
      height = Math.max(height, area.bottom());
    }
    return gif.skipBlocks(data + GifBytes.paletteBytes(file[header + 8]) + 1);
  }

  private FrameSource open() {
    ImageReader reader = Codecs.reader("gif");
    reader.setInput(new MemoryStream(file, file.length), false, true);
    return new FrameSource() {
      private final Image canvas = Image.create(width, height, 4);
      private @Nullable Image before;
      private int next;

      @Override
      public @Nullable Frame next() throws IOException {
        if (next == parts.size()) {
          return null;
        }
        if (next > 0) {
          dispose(parts.get(next - 1), canvas, before);
        }
        Part part = parts.get(next);
        before = part.disposal == 3 ? canvas.copy() : null;
        draw(decode(reader, next), part.area, canvas);
        next++;
        return new Frame(canvas, part.millis);
      }

      @Override
      public void close() {
        reader.dispose();
      }
    };
  }

  /** The reader answers to broken data with all kinds of exceptions. */
  private static Image decode(ImageReader reader, int number) throws IOException {
    try {
      return Pixels.take(reader.read(number));
    } catch (IOException | RuntimeException e) {
      throw new ImageReadException(
          Kind.DAMAGED, "frame %d is damaged: %s".formatted(number + 1, e.getMessage()), e);
    }
  }

  private static void dispose(Part part, Image canvas, @Nullable Image before) {
    if (part.disposal == 3 && before != null) {
      before.copyTo(canvas);
    } else if (part.disposal == 2) {
      Rect area = part.area.intersection(canvas.bounds());
      for (int y = area.y(); y < area.bottom(); y++) {
        int row = canvas.index(area.x(), y);
        Arrays.fill(canvas.data(), row, row + 4 * area.width(), (byte) 0);
      }
    }
  }

  private static void draw(Image pixels, Rect area, Image canvas) {
    Rect visible =
        new Rect(area.x(), area.y(), pixels.width(), pixels.height()).intersection(canvas.bounds());
    for (int y = visible.y(); y < visible.bottom(); y++) {
      for (int x = visible.x(); x < visible.right(); x++) {
        int in = pixels.index(x - area.x(), y - area.y());
        if (pixels.hasAlpha() && pixels.data()[in + 3] == 0) {
          continue;
        }
        int out = canvas.index(x, y);
        System.arraycopy(pixels.data(), in, canvas.data(), out, 3);
        canvas.data()[out + 3] = -1;
      }
    }
  }
}
