package io.github.mien.image.io;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * The compressed pixels of a lossless WebP (RFC 9649, sections 3.5 and 3.6): prefix codes for
 * colours, repetitions of earlier pixels, and a cache of colours. The codes may differ from one
 * block of the picture to another.
 */
final class Vp8lPixels {
  private static final int LITERALS = 256;
  private static final int LENGTHS = 24;
  private static final int DISTANCES = 40;
  private static final int MAX_CACHE_BITS = 11;

  /**
   * The places near by that distances up to 120 stand for, two hexadecimal digits each: 8 less the
   * columns to the left, and the rows above.
   */
  private static final String PLACES =
      "817071918260729261a162a28350739351b163a352b28440749441c153b364a442c28554b443c3"
          + "30759531d165a532d244c455b533d38620769621e166a622e245c534d456b623e38710779735d5"
          + "11f146c624e467a712f257b713f336d625e50047c714f4010226e60337d715f50427e716f60517f"
          + "70607";

  private final Vp8lBits bits;
  private final int width;
  private final int[] pixels;
  private final int[] cache;
  private final int cacheShift;

  private Vp8lPixels(Vp8lBits bits, int width, int height) throws IOException {
    this.bits = bits;
    this.width = width;
    this.pixels = new int[width * height];
    int cacheBits = bits.flag() ? bits.read(4) : 0;
    if (cacheBits > MAX_CACHE_BITS) {
      throw Vp8lCode.damaged();
    }
    this.cache = new int[cacheBits == 0 ? 0 : 1 << cacheBits];
    this.cacheShift = 32 - cacheBits;
  }

  /** The codes of a part of the picture. */
  private record Group(
      Vp8lCode green, Vp8lCode red, Vp8lCode blue, Vp8lCode alpha, Vp8lCode distance) {}

  /**
   * Which codes apply where.
   *
   * @param blockBits the logarithm of the side of a block
   * @param blocks a row
   * @param numbers of groups, in the second and third byte; null where there is but one
   */
  private record Blocks(int blockBits, int blocks, int @Nullable [] numbers) {
    int count() {
      int most = 0;
      for (int number : numbers == null ? new int[0] : numbers) {
        most = Math.max(most, number >>> 8 & 0xffff);
      }
      return most + 1;
    }

    int number(int x, int y) {
      return numbers == null
          ? 0
          : numbers[(y >> blockBits) * blocks + (x >> blockBits)] >>> 8 & 0xffff;
    }
  }

  /**
   * Reads a picture that tells something of another one.
   *
   * @return ARGB
   */
  static int[] read(Vp8lBits bits, int width, int height) throws IOException {
    Vp8lPixels picture = new Vp8lPixels(bits, width, height);
    picture.read(new Blocks(0, 0, null));
    return picture.pixels;
  }

  /**
   * Reads the picture itself.
   *
   * @return ARGB
   */
  static int[] readMain(Vp8lBits bits, int width, int height) throws IOException {
    Vp8lPixels picture = new Vp8lPixels(bits, width, height);
    Blocks blocks = new Blocks(0, 0, null);
    if (bits.flag()) {
      int blockBits = 2 + bits.read(3);
      int columns = blocks(width, blockBits);
      int rows = blocks(height, blockBits);
      blocks = new Blocks(blockBits, columns, read(bits, columns, rows));
    }
    picture.read(blocks);
    return picture.pixels;
  }

  /** How many blocks it takes. */
  static int blocks(int size, int blockBits) {
    return size + (1 << blockBits) - 1 >> blockBits;
  }

  private void read(Blocks blocks) throws IOException {
    Group[] groups = new Group[blocks.count()];
    for (int i = 0; i < groups.length; i++) {
      groups[i] =
          new Group(
              Vp8lCode.read(bits, LITERALS + LENGTHS + cache.length),
              Vp8lCode.read(bits, LITERALS),
              Vp8lCode.read(bits, LITERALS),
              Vp8lCode.read(bits, LITERALS),
              Vp8lCode.read(bits, DISTANCES));
    }
    int at = 0;
    while (at < pixels.length) {
      Group group = groups[blocks.number(at % width, at / width)];
      int symbol = group.green.next(bits);
      if (symbol < LITERALS) {
        int red = group.red.next(bits);
        int blue = group.blue.next(bits);
        put(at++, group.alpha.next(bits) << 24 | red << 16 | symbol << 8 | blue);
      } else if (symbol < LITERALS + LENGTHS) {
        at = repeat(at, number(symbol - LITERALS), number(group.distance.next(bits)));
      } else {
        put(at++, cache[symbol - LITERALS - LENGTHS]);
      }
      bits.requireWhole();
    }
  }

  private void put(int at, int argb) {
    pixels[at] = argb;
    if (cache.length > 0) {
      cache[0x1e35a7bd * argb >>> cacheShift] = argb;
    }
  }

  private int repeat(int at, int length, int distanceCode) throws IOException {
    int distance = distance(distanceCode);
    if (distance > at || length > pixels.length - at) {
      throw Vp8lCode.damaged();
    }
    for (int i = at; i < at + length; i++) {
      put(i, pixels[i - distance]);
    }
    return at + length;
  }

  private int distance(int code) {
    int near = PLACES.length() / 2;
    if (code > near) {
      return code - near;
    }
    int left = 8 - Character.digit(PLACES.charAt(2 * code - 2), 16);
    int above = Character.digit(PLACES.charAt(2 * code - 1), 16);
    return Math.max(1, left + above * width);
  }

  /** Of a length or a distance: the larger, the more of its bits follow as they are. */
  private int number(int symbol) {
    if (symbol < 4) {
      return symbol + 1;
    }
    int more = symbol - 2 >> 1;
    return (2 + (symbol & 1) << more) + bits.read(more) + 1;
  }
}
