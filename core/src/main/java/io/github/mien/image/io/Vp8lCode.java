package io.github.mien.image.io;

import io.github.mien.image.io.ImageReadException.Kind;
import java.io.IOException;
import java.util.Arrays;

/**
 * A prefix code of a lossless WebP (RFC 9649, sections 3.7.1 and 3.7.2.1): short codes are looked
 * up, longer ones read bit by bit.
 */
final class Vp8lCode {
  private static final int MAX_LENGTH = 15;
  private static final int TABLE_BITS = 8;

  /** In this order lengths of the code for lengths are stored. */
  private static final int[] ORDER = {
    17, 18, 0, 1, 2, 3, 4, 5, 16, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15
  };

  private final int[] counts = new int[MAX_LENGTH + 1];
  private final int[] symbols;

  /** A symbol and, in the lowest four bits, its length; 0 for longer codes. */
  private final int[] table;

  private final int tableBits;

  /**
   * @param lengths bits of each symbol's code, 0 for those that do not occur
   */
  private Vp8lCode(int[] lengths) throws IOException {
    for (int length : lengths) {
      counts[length]++;
    }
    int used = lengths.length - counts[0];
    counts[0] = 0;
    int[] start = new int[MAX_LENGTH + 1];
    int open = 1;
    int longest = 0;
    for (int length = 1; length <= MAX_LENGTH; length++) {
      start[length] = start[length - 1] + counts[length - 1];
      open = 2 * open - counts[length];
      longest = counts[length] > 0 ? length : longest;
      if (open < 0) {
        throw damaged();
      }
    }
    if (used == 0 || used > 1 && open > 0) {
      throw damaged();
    }
    symbols = new int[used];
    int[] at = start.clone();
    for (int symbol = 0; symbol < lengths.length; symbol++) {
      if (lengths[symbol] > 0) {
        symbols[at[lengths[symbol]]++] = symbol;
      }
    }
    tableBits = used == 1 ? 0 : Math.min(TABLE_BITS, longest);
    table = new int[1 << tableBits];
    if (used == 1) {
      // It is told by no bit at all.
      table[0] = symbols[0] << 4;
    } else {
      fill(start);
    }
  }

  private void fill(int[] start) {
    int code = 0;
    for (int length = 1; length <= tableBits; length++) {
      for (int i = 0; i < counts[length]; i++, code++) {
        int first = Integer.reverse(code) >>> 32 - length;
        for (int entry = first; entry < table.length; entry += 1 << length) {
          table[entry] = symbols[start[length] + i] << 4 | length;
        }
      }
      code <<= 1;
    }
  }

  static ImageReadException damaged() {
    return new ImageReadException(Kind.DAMAGED, "damaged: a lossless WebP that contradicts itself");
  }

  /**
   * Reads how the code is made.
   *
   * @param alphabet how many symbols there are
   */
  static Vp8lCode read(Vp8lBits bits, int alphabet) throws IOException {
    int[] lengths = new int[alphabet];
    if (bits.flag()) {
      readFew(bits, lengths);
    } else {
      readLengths(bits, lengths);
    }
    bits.requireWhole();
    return new Vp8lCode(lengths);
  }

  private static void readFew(Vp8lBits bits, int[] lengths) throws IOException {
    boolean two = bits.flag();
    int first = bits.read(bits.flag() ? 8 : 1);
    int second = two ? bits.read(8) : first;
    if (Math.max(first, second) >= lengths.length) {
      throw damaged();
    }
    lengths[first] = 1;
    lengths[second] = 1;
  }

  private static void readLengths(Vp8lBits bits, int[] lengths) throws IOException {
    int[] ofLengths = new int[ORDER.length];
    int stored = 4 + bits.read(4);
    for (int i = 0; i < stored; i++) {
      ofLengths[ORDER[i]] = bits.read(3);
    }
    Vp8lCode code = new Vp8lCode(ofLengths);
    int left = lengths.length;
    if (bits.flag()) {
      left = 2 + bits.read(2 + 2 * bits.read(3));
    }
    if (left > lengths.length) {
      throw damaged();
    }
    int before = 8;
    for (int symbol = 0; symbol < lengths.length && left > 0; left--) {
      int length = code.next(bits);
      if (length <= MAX_LENGTH) {
        lengths[symbol++] = length;
        before = length == 0 ? before : length;
        continue;
      }
      int times =
          switch (length) {
            case 16 -> 3 + bits.read(2);
            case 17 -> 3 + bits.read(3);
            default -> 11 + bits.read(7);
          };
      if (times > lengths.length - symbol) {
        throw damaged();
      }
      Arrays.fill(lengths, symbol, symbol + times, length == 16 ? before : 0);
      symbol += times;
    }
  }

  /** The next symbol. */
  int next(Vp8lBits bits) {
    int entry = table[bits.peek(tableBits)];
    if (entry != 0 || tableBits == 0) {
      bits.skip(entry & 15);
      return entry >>> 4;
    }
    return nextLong(bits);
  }

  private int nextLong(Vp8lBits bits) {
    int code = 0;
    int first = 0;
    int index = 0;
    int length = 1;
    while (true) {
      code |= bits.read(1);
      if (code - first < counts[length]) {
        return symbols[index + code - first];
      }
      index += counts[length];
      first = first + counts[length] << 1;
      code <<= 1;
      length++;
    }
  }
}
