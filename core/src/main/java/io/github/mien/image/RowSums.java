package io.github.mien.image;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Sums of the rows of a picture, byte by byte. Four bytes are added at a time, as two lanes of 16
 * bits in each of two words, in a loop that HotSpot turns into vector instructions.
 */
final class RowSums {
  private static final VarHandle WORDS =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
  private static final int LANES = 0x00ff00ff;
  private static final int LANE = 0xffff;

  /** So many rows fit into lanes of 16 bits. */
  private static final int MOST_ROWS = 256;

  private final int[] even;
  private final int[] odd;

  /**
   * @param most bytes of a row, at most
   */
  RowSums(int most) {
    even = new int[most / 4];
    odd = new int[most / 4];
  }

  /**
   * Adds the sums of rows, times a power of two.
   *
   * @param image read only
   * @param index of the first byte of the first row
   * @param rows how many, from that one down
   * @param count bytes of a row
   * @param shift logarithm of the factor
   * @param sums {@code count} numbers, changed
   */
  void addTo(Image image, int index, int rows, int count, int shift, int[] sums) {
    for (int done = 0; done < rows; done += MOST_ROWS) {
      int some = Math.min(MOST_ROWS, rows - done);
      addWords(image, index + done * image.stride(), some, count / 4, shift, sums);
    }
    byte[] data = image.data();
    for (int i = count / 4 * 4; i < count; i++) {
      for (int y = 0, in = index + i; y < rows; y++, in += image.stride()) {
        sums[i] += (data[in] & 0xff) << shift;
      }
    }
  }

  private void addWords(Image image, int index, int rows, int words, int shift, int[] sums) {
    Arrays.fill(even, 0, words, 0);
    Arrays.fill(odd, 0, words, 0);
    for (int y = 0, in = index; y < rows; y++, in += image.stride()) {
      addRow(image.data(), in, words, even, odd);
    }
    for (int i = 0, out = 0; i < words; i++, out += 4) {
      int a = even[i];
      int b = odd[i];
      sums[out] += (a & LANE) << shift;
      sums[out + 1] += (b & LANE) << shift;
      sums[out + 2] += a >>> 16 << shift;
      sums[out + 3] += b >>> 16 << shift;
    }
  }

  private static void addRow(byte[] data, int in, int words, int[] even, int[] odd) {
    for (int i = 0; i < words; i++) {
      int word = (int) WORDS.get(data, in + 4 * i);
      even[i] += word & LANES;
      odd[i] += word >>> 8 & LANES;
    }
  }
}
