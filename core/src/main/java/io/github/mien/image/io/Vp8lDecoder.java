package io.github.mien.image.io;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Pixels of a lossless WebP (<a href="https://www.rfc-editor.org/rfc/rfc9649#section-3">RFC 9649,
 * section 3</a>). The libraries for Java either call native code or misread some files
 * (TwelveMonkeys 3.15 takes transparent pixels for coloured ones in palettes of more than 16
 * colours).
 */
final class Vp8lDecoder {
  private static final int SIGNATURE = 0x2f;

  private Vp8lDecoder() {}

  /**
   * Decodes a picture with its header.
   *
   * @param width columns that it must have
   * @param height rows that it must have
   * @return ARGB
   */
  static int[] decode(byte[] file, WebpChunk chunk, int width, int height) throws IOException {
    Vp8lBits bits = new Vp8lBits(file, chunk.from(), chunk.from() + chunk.length());
    boolean whole = bits.read(8) == SIGNATURE;
    int storedWidth = 1 + bits.read(14);
    int storedHeight = 1 + bits.read(14);
    boolean transparent = bits.flag();
    if (!whole || bits.read(3) != 0 || storedWidth != width || storedHeight != height) {
      throw Vp8lCode.damaged();
    }
    int[] argb = decode(bits, width, height);
    if (!transparent) {
      for (int i = 0; i < argb.length; i++) {
        argb[i] |= 0xff000000;
      }
    }
    return argb;
  }

  /**
   * Decodes a picture without a header.
   *
   * @return ARGB
   */
  static int[] decode(Vp8lBits bits, int width, int height) throws IOException {
    List<Vp8lTransform> transforms = new ArrayList<>();
    int stored = width;
    while (bits.flag()) {
      Vp8lTransform transform = Vp8lTransform.read(bits, stored, height);
      if (transforms.stream().anyMatch(known -> known.getClass() == transform.getClass())) {
        throw Vp8lCode.damaged();
      }
      transforms.add(transform);
      stored = transform.storedWidth(stored);
    }
    int[] argb = Vp8lPixels.readMain(bits, stored, height);
    for (int i = transforms.size() - 1; i >= 0; i--) {
      argb = transforms.get(i).undo(argb);
    }
    return argb;
  }
}
