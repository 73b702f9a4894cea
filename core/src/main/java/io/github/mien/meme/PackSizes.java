package io.github.mien.meme;

/**
 * How many stickers a pack has: the fewest, the most, and by how many they grow between.
 *
 * @param fewest at least 1
 * @param most no less
 * @param step 1 for any number between
 */
public record PackSizes(int fewest, int most, int step) {
  /** Any number of them. */
  public static final PackSizes ANY = new PackSizes(1, Integer.MAX_VALUE, 1);

  /** Checks the numbers. */
  public PackSizes {
    if (fewest < 1 || most < fewest || step < 1) {
      throw new IllegalArgumentException(
          "no pack has %d to %d stickers in steps of %d".formatted(fewest, most, step));
    }
  }

  /** Whether a pack may have so many. */
  public boolean contains(int size) {
    return size >= fewest && size <= most && (size - fewest) % step == 0;
  }

  /** Such as "3 to 30", "8, 16 or 24" or "1 or more". */
  @Override
  public String toString() {
    if (step == 1 && fewest < most) {
      return most == Integer.MAX_VALUE ? fewest + " or more" : fewest + " to " + most;
    }
    StringBuilder words = new StringBuilder().append(fewest);
    for (int size = fewest + step; size <= most; size += step) {
      words.append(size + step > most ? " or " : ", ").append(size);
    }
    return words.toString();
  }
}
