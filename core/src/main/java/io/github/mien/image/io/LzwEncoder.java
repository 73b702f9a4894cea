package io.github.mien.image.io;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/**
 * The compression of GIF: Lempel, Ziv and Welch with codes of growing length. Of the numbers that
 * may stand for each pixel those are taken that make the longest known run; with a tolerance also
 * colours that are merely near, as in Kornel Lesiński's lossy GIF.
 */
final class LzwEncoder {
  private static final int MAX_CODES = 4096;

  /** Codes over which it is judged whether a full table still fits. */
  private static final int WINDOW = 512;

  /** A worse ratio than the best, by this factor, and the table is begun anew. */
  private static final double WORN = 0.9;

  /** Entries that are tried for one code: with a wide tolerance there would be no end. */
  private static final int MOST_VISITS = 500;

  private final Palette palette;
  private final float tolerance;
  private final int codeSize;
  private final int clear;

  /** Of each colour those that may stand for it, itself among them; the transparent one last. */
  private final int[][] near;

  private final int[] symbol = new int[MAX_CODES];
  private final int[] parent = new int[MAX_CODES];
  private final int[] firstChild = new int[MAX_CODES];
  private final int[] sibling = new int[MAX_CODES];
  private int next;
  private int bits;

  private int windowCodes;
  private int windowPixels;
  private double bestRatio;

  private IndexedPixels pixels = new IndexedPixels(1, 1);
  private int[] places = new int[0];

  /** The numbers of the run before, and how many. */
  private final int[] run = new int[MAX_CODES];

  private int runLength;

  private int visits;
  private int bestCode;
  private int bestLength;
  private float bestLoss;

  /**
   * @param palette its colours have the first numbers, the transparent one the next
   * @param codeSize bits of the largest number, 2 to 8
   * @param tolerance squared distance in the palette that is not seen; 0 for none
   */
  LzwEncoder(Palette palette, int codeSize, float tolerance) {
    this.palette = palette;
    this.codeSize = codeSize;
    this.tolerance = tolerance;
    this.clear = 1 << codeSize;
    this.near = new int[palette.size() + 1][];
    Arrays.setAll(near, this::near);
  }

  private int[] near(int index) {
    if (index == palette.size() || tolerance == 0) {
      return new int[] {index};
    }
    int[] found = new int[palette.size()];
    int count = 0;
    for (int k = 0; k < found.length; k++) {
      if (palette.distance(index, k) <= tolerance) {
        found[count++] = k;
      }
    }
    return Arrays.copyOf(found, count);
  }

  /**
   * Compresses pixels.
   *
   * @param source told what is written
   * @param order the numbers of the pixels in the order in which they are written
   * @return code size and blocks, as in the file
   */
  byte[] encode(IndexedPixels source, int[] order) {
    pixels = source;
    places = order;
    BlockStream out = new BlockStream(codeSize);
    bits = codeSize + 1;
    reset(out);
    int before = -1;
    for (int at = 0; at < places.length; at += bestLength) {
      longest(at);
      if (before >= 0 && next < MAX_CODES) {
        grow(before, at);
      }
      out.put(bestCode, bits);
      before = bestCode;
      remember(at);
      if (isWorn()) {
        reset(out);
        before = -1;
      }
    }
    // The reader has one entry more than the writer here.
    out.put(clear + 1, next == 1 << bits && bits < 12 ? bits + 1 : bits);
    return out.finish();
  }

  private void reset(BlockStream out) {
    out.put(clear, bits);
    Arrays.fill(firstChild, -1);
    for (int i = 0; i < clear; i++) {
      symbol[i] = i;
    }
    next = clear + 2;
    bits = codeSize + 1;
    windowCodes = 0;
    windowPixels = 0;
    bestRatio = 0;
  }

  private void longest(int at) {
    visits = MOST_VISITS;
    bestLength = 0;
    bestLoss = Float.MAX_VALUE;
    int pixel = places[at];
    int wanted = pixels.wanted(pixel);
    if (pixels.isFixed(pixel)) {
      follow(wanted, at + 1, 1, 0);
    } else {
      for (int root : near[wanted]) {
        follow(root, at + 1, 1, loss(root, pixel));
      }
    }
    if (pixels.other(pixel) >= 0) {
      follow(pixels.other(pixel), at + 1, 1, 0);
    }
  }

  private void follow(int node, int at, int length, float loss) {
    visits--;
    if (length > bestLength || length == bestLength && loss < bestLoss) {
      bestCode = node;
      bestLength = length;
      bestLoss = loss;
    }
    if (at == places.length || visits < 0) {
      return;
    }
    for (int child = firstChild[node]; child >= 0; child = sibling[child]) {
      float more = loss(symbol[child], places[at]);
      if (more <= tolerance) {
        follow(child, at + 1, length + 1, loss + more);
      }
    }
  }

  /** What a number costs at a pixel; infinite where it may not stand for it. */
  private float loss(int index, int pixel) {
    int wanted = pixels.wanted(pixel);
    if (index == wanted || index == pixels.other(pixel)) {
      return 0;
    }
    if (tolerance == 0 || pixels.isFixed(pixel) || index >= palette.size()) {
      return Float.POSITIVE_INFINITY;
    }
    return palette.distance(wanted, index);
  }

  /**
   * Adds the run before with the first number after it, which the reader learns from the next code;
   * that may be the new entry itself, where it makes the longest run.
   */
  private void grow(int before, int at) {
    int last;
    if (runLength + 1 > bestLength && repeats(at)) {
      bestCode = next;
      bestLength = runLength + 1;
      last = run[0];
    } else {
      int first = bestCode;
      for (int i = 1; i < bestLength; i++) {
        first = parent[first];
      }
      last = symbol[first];
    }
    symbol[next] = last;
    parent[next] = before;
    sibling[next] = firstChild[before];
    firstChild[before] = next;
    firstChild[next] = -1;
    if (next == 1 << bits) {
      bits++;
    }
    next++;
  }

  /** Whether the run before fits again, and its first number after it. */
  private boolean repeats(int at) {
    if (at + runLength >= places.length) {
      return false;
    }
    for (int i = 0; i < runLength; i++) {
      if (loss(run[i], places[at + i]) > tolerance) {
        return false;
      }
    }
    return loss(run[0], places[at + runLength]) <= tolerance;
  }

  /** Walks up the run that was chosen: its numbers are what the viewer sees. */
  private void remember(int at) {
    int node = bestCode;
    for (int i = bestLength - 1; i >= 0; i--) {
      run[i] = symbol[node];
      pixels.written(places[at + i], symbol[node], palette);
      node = i > 0 ? parent[node] : node;
    }
    runLength = bestLength;
  }

  /** Whether the table is full and no longer fits what comes. */
  private boolean isWorn() {
    if (next < MAX_CODES) {
      return false;
    }
    windowCodes++;
    windowPixels += bestLength;
    if (windowCodes < WINDOW) {
      return false;
    }
    double ratio = (double) windowPixels / windowCodes;
    bestRatio = Math.max(bestRatio, ratio);
    windowCodes = 0;
    windowPixels = 0;
    return ratio < WORN * bestRatio;
  }

  /** Codes as bits, lowest first, in blocks of up to 255 bytes that begin with their length. */
  private static final class BlockStream {
    private final ByteArrayOutputStream blocks = new ByteArrayOutputStream();
    private final byte[] block = new byte[255];
    private int length;
    private int buffer;
    private int filled;

    BlockStream(int codeSize) {
      blocks.write(codeSize);
    }

    void put(int code, int bits) {
      buffer |= code << filled;
      filled += bits;
      while (filled >= 8) {
        add((byte) buffer);
        buffer >>>= 8;
        filled -= 8;
      }
    }

    private void add(byte value) {
      block[length++] = value;
      if (length == block.length) {
        flush();
      }
    }

    private void flush() {
      if (length > 0) {
        blocks.write(length);
        blocks.write(block, 0, length);
        length = 0;
      }
    }

    byte[] finish() {
      if (filled > 0) {
        add((byte) buffer);
      }
      flush();
      blocks.write(0);
      return blocks.toByteArray();
    }
  }
}
