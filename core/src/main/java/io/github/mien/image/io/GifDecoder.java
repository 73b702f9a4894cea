package io.github.mien.image.io;

import io.github.mien.image.Image;
import io.github.mien.image.Rect;
import io.github.mien.image.io.ImageReadException.Kind;
import java.io.EOFException;
import java.io.IOException;

/** GIF89a: the first frame on its canvas. */
final class GifDecoder extends Decoder {
  private static final int HEADER_BYTES = 13;
  private static final int EXTENSION = 0x21;
  private static final int FRAME = 0x2c;
  private static final int FRAME_HEADER_BYTES = 9;

  private final byte[] file;
  private final GifBytes gif;
  private final Rect frame;
  private final Header header;

  GifDecoder(byte[] file) throws IOException {
    this.file = file;
    this.gif = new GifBytes(file);
    if (file.length < HEADER_BYTES) {
      throw new EOFException();
    }
    this.frame = firstFrame(HEADER_BYTES + GifBytes.paletteBytes(file[10]));
    // Some programs write frames that stick out of the canvas, or a canvas of nothing.
    this.header =
        new Header(
            Math.max(gif.unsigned16(6), frame.x() + frame.width()),
            Math.max(gif.unsigned16(8), frame.y() + frame.height()));
  }

  @Override
  Header header() {
    return header;
  }

  @Override
  Image pixels() throws IOException {
    Image pixels = Pixels.take(Codecs.first(Codecs.reader("gif"), file));
    if (pixels.width() == header.width() && pixels.height() == header.height()) {
      return pixels;
    }
    Image canvas = Image.create(header.width(), header.height(), 4);
    for (int y = 0; y < pixels.height(); y++) {
      for (int x = 0; x < pixels.width(); x++) {
        int out = canvas.index(frame.x() + x, frame.y() + y);
        canvas.data()[out + 3] = -1;
        System.arraycopy(pixels.data(), pixels.index(x, y), canvas.data(), out, pixels.channels());
      }
    }
    return canvas;
  }

  private Rect firstFrame(int from) throws IOException {
    int at = from;
    while (gif.at(at) == EXTENSION) {
      at = gif.skipBlocks(at + 2);
    }
    if (gif.at(at) != FRAME) {
      throw new ImageReadException(Kind.DAMAGED, "damaged: a GIF without a frame");
    }
    if (at + 1 + FRAME_HEADER_BYTES > file.length) {
      throw new EOFException();
    }
    Rect rect =
        new Rect(
            gif.unsigned16(at + 1),
            gif.unsigned16(at + 3),
            gif.unsigned16(at + 5),
            gif.unsigned16(at + 7));
    // Past the palette and the code size: the codec would paint what is missing, not report it.
    gif.skipBlocks(
        at + 1 + FRAME_HEADER_BYTES + GifBytes.paletteBytes(file[at + FRAME_HEADER_BYTES]) + 1);
    return rect;
  }
}
