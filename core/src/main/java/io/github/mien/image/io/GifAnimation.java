package io.github.mien.image.io;

import io.github.mien.image.Animation;
import io.github.mien.image.FrameSource;
import io.github.mien.image.Image;
import io.github.mien.image.Rect;
import io.github.mien.image.io.ImageReadException.Kind;
import io.github.mien.image.io.Placement.Disposal;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageReader;

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

  private final byte[] file;
  private final GifBytes gif;
  private final List<Placement> placements = new ArrayList<>();
  private int width;
  private int height;
  private int loops = 1;

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
      if (type == TRAILER && placements.isEmpty()) {
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
        at = walkFrame(at, delay, disposal);
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
    placements.add(
        new Placement(area, (int) Placement.shown(10 * delay), true, disposal(disposal)));
    if (placements.size() == 1) {
      // Some programs write frames that stick out of the canvas, or a canvas of nothing.
      width = Math.max(width, area.right());
      height = Math.max(height, area.bottom());
    }
    return gif.skipBlocks(data + GifBytes.paletteBytes(file[header + 8]) + 1);
  }

  private static Disposal disposal(int stored) {
    return switch (stored) {
      case 2 -> Disposal.CLEAR;
      case 3 -> Disposal.RESTORE;
      default -> Disposal.KEEP;
    };
  }

  private FrameSource open() throws ImageReadException {
    ImageReader reader = Codecs.reader("gif");
    reader.setInput(new MemoryStream(file, file.length), false, true);
    return new CanvasFrames(
        width,
        height,
        placements,
        new CanvasFrames.FrameDecoder() {
          @Override
          public Image decode(int number) throws IOException {
            // Pixels beyond the canvas take memory too.
            Rect area = placements.get(number).area();
            Decoder.requireSize(area.width(), area.height());
            return Pixels.take(reader.read(number));
          }

          @Override
          public void close() {
            reader.dispose();
          }
        });
  }
}
