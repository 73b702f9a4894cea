package io.github.mien.model;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The arrays of a small statistical model by name.
 *
 * <p>The file, little-endian: the eight bytes {@code MIENARR1}; a 32-bit count; then for each array
 * its name (one byte for the length, ASCII), a byte for the kind, a byte for the number of extents,
 * the extents (32 bits each) and its numbers, row-major. Kind 0 is 32-bit floats; kind 1 is a
 * 32-bit float, the step, and signed 16-bit numbers that it multiplies; kind 2 is unsigned 16-bit
 * numbers.
 *
 * <p>Immutable.
 */
public final class NamedArrays {
  /** First bytes of a file. */
  public static final String MAGIC = "MIENARR1";

  /** 32-bit floats. */
  public static final int FLOATS = 0;

  /** A step and signed 16-bit multiples of it. */
  public static final int STEPS = 1;

  /** Unsigned 16-bit numbers. */
  public static final int INDICES = 2;

  private final String origin;
  private final Map<String, Entry> entries;

  private NamedArrays(String origin, Map<String, Entry> entries) {
    this.origin = origin;
    this.entries = entries;
  }

  private record Entry(int[] extents, float[] numbers) {}

  /**
   * @param bytes a whole file
   * @param origin what to call it in errors
   * @throws ModelException if it is no such file, or is cut off
   */
  public static NamedArrays parse(byte[] bytes, String origin) {
    ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    try {
      String magic = ascii(in, MAGIC.length());
      if (!magic.equals(MAGIC)) {
        throw new ModelException(
            "%s is no file of arrays: it begins with '%s', not '%s'; get the model again"
                .formatted(origin, magic.replaceAll("[^ -~]", "?"), MAGIC));
      }
      Map<String, Entry> entries = new LinkedHashMap<>();
      for (int left = in.getInt(); left > 0; left--) {
        String name = ascii(in, in.get() & 0xff);
        entries.put(name, entry(in, name, origin));
      }
      return new NamedArrays(origin, entries);
    } catch (BufferUnderflowException e) {
      throw cutOff(origin, bytes.length);
    }
  }

  private static Entry entry(ByteBuffer in, String name, String origin) {
    int kind = in.get();
    int[] extents = new int[in.get() & 0xff];
    long size = 1;
    for (int i = 0; i < extents.length; i++) {
      extents[i] = in.getInt();
      size = Math.multiplyExact(size, extents[i]);
    }
    if (kind < FLOATS || kind > INDICES) {
      throw new ModelException(
          "%s has the array '%s' of the unknown kind %d; it was made for a later version"
              .formatted(origin, name, kind));
    }
    float step = kind == STEPS ? in.getFloat() : 1;
    if (size < 0 || size * (kind == FLOATS ? 4 : 2) > in.remaining()) {
      throw cutOff(origin, in.limit());
    }
    float[] numbers = new float[(int) size];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] =
          switch (kind) {
            case FLOATS -> in.getFloat();
            case STEPS -> step * in.getShort();
            default -> in.getShort() & 0xffff;
          };
    }
    return new Entry(extents, numbers);
  }

  private static String ascii(ByteBuffer in, int length) {
    byte[] text = new byte[length];
    in.get(text);
    return new String(text, StandardCharsets.US_ASCII);
  }

  private static ModelException cutOff(String origin, int size) {
    return new ModelException(
        "%s is cut off after %d bytes; get the model again".formatted(origin, size));
  }

  /**
   * A copy of an array, row-major.
   *
   * @param extents as expected; -1 takes any
   * @throws ModelException if there is no array of that name or its extents differ
   */
  public float[] floats(String name, int... extents) {
    return entry(name, extents).numbers.clone();
  }

  /**
   * A copy of an array of whole numbers, row-major.
   *
   * @param extents as expected; -1 takes any
   * @throws ModelException if there is no array of that name or its extents differ
   */
  public int[] ints(String name, int... extents) {
    float[] numbers = entry(name, extents).numbers;
    int[] ints = new int[numbers.length];
    for (int i = 0; i < ints.length; i++) {
      ints[i] = (int) numbers[i];
    }
    return ints;
  }

  private Entry entry(String name, int... extents) {
    Entry entry = entries.get(name);
    if (entry == null) {
      throw new ModelException(
          "%s has no array '%s', only %s; it belongs to another version"
              .formatted(origin, name, entries.keySet()));
    }
    boolean fits = entry.extents.length == extents.length;
    for (int i = 0; fits && i < extents.length; i++) {
      fits = extents[i] < 0 || extents[i] == entry.extents[i];
    }
    if (!fits) {
      throw new ModelException(
          "%s has the array '%s' with extents %s, expected %s; it belongs to another version"
              .formatted(origin, name, Arrays.toString(entry.extents), Arrays.toString(extents)));
    }
    return entry;
  }
}
