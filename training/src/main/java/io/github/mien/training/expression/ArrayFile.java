package io.github.mien.training.expression;

import io.github.mien.model.NamedArrays;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Writes what {@link NamedArrays} reads. */
final class ArrayFile {
  private final List<ByteBuffer> entries = new ArrayList<>();

  /** 32-bit floats. */
  void floats(String name, float[] numbers, int... extents) {
    ByteBuffer out = entry(name, NamedArrays.FLOATS, extents, 4 * numbers.length);
    for (float number : numbers) {
      out.putFloat(number);
    }
  }

  /** Floats rounded to one of 65,535 steps between minus and plus the largest. */
  void steps(String name, float[] numbers, int... extents) {
    float largest = Float.MIN_NORMAL;
    for (float number : numbers) {
      largest = Math.max(largest, Math.abs(number));
    }
    float step = largest / Short.MAX_VALUE;
    ByteBuffer out = entry(name, NamedArrays.STEPS, extents, 4 + 2 * numbers.length);
    out.putFloat(step);
    for (float number : numbers) {
      out.putShort((short) Math.round(number / step));
    }
  }

  /** Whole numbers from 0 to 65,535. */
  void indices(String name, int[] numbers, int... extents) {
    ByteBuffer out = entry(name, NamedArrays.INDICES, extents, 2 * numbers.length);
    for (int number : numbers) {
      out.putShort((short) number);
    }
  }

  private ByteBuffer entry(String name, int kind, int[] extents, int size) {
    byte[] ascii = name.getBytes(StandardCharsets.US_ASCII);
    ByteBuffer out =
        ByteBuffer.allocate(3 + ascii.length + 4 * extents.length + size)
            .order(ByteOrder.LITTLE_ENDIAN);
    out.put((byte) ascii.length).put(ascii).put((byte) kind).put((byte) extents.length);
    for (int extent : extents) {
      out.putInt(extent);
    }
    entries.add(out);
    return out;
  }

  byte[] toBytes() {
    int size = NamedArrays.MAGIC.length() + 4;
    for (ByteBuffer entry : entries) {
      size += entry.capacity();
    }
    ByteBuffer out = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    out.put(NamedArrays.MAGIC.getBytes(StandardCharsets.US_ASCII)).putInt(entries.size());
    for (ByteBuffer entry : entries) {
      out.put(entry.flip());
    }
    return out.array();
  }
}
