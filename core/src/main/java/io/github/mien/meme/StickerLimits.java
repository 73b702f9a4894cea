package io.github.mien.meme;

/**
 * What a platform takes. A kilobyte is taken as 1000 bytes, since platforms seldom say which they
 * mean.
 *
 * @param kind what file it must be
 * @param width columns, exactly; transparent columns fill up what the picture lacks
 * @param height rows, exactly
 * @param maxBytes the largest file
 * @param minFrames the fewest frames; 1 for a still picture
 * @param maxFrames the most frames; 1 for a still picture
 * @param maxMillis the longest time in milliseconds; of all loops where these are limited, else of
 *     one
 * @param maxLoops how often it may be shown; 0 without end
 * @param maxRate the most frames a second, on average
 * @param wholeSeconds whether it must last a whole number of seconds; it then goes a little faster
 *     or slower
 */
public record StickerLimits(
    StickerKind kind,
    int width,
    int height,
    int maxBytes,
    int minFrames,
    int maxFrames,
    int maxMillis,
    int maxLoops,
    int maxRate,
    boolean wholeSeconds) {
  private static final int ANY = Integer.MAX_VALUE;

  /** Checks the numbers. */
  public StickerLimits {
    if (width < 1
        || height < 1
        || maxBytes < 1
        || minFrames < 1
        || maxFrames < minFrames
        || maxMillis < 1
        || maxLoops < 0
        || maxRate < 1) {
      throw new IllegalArgumentException("limits that nothing meets");
    }
  }

  /** Whether it is a still picture. */
  public boolean isStill() {
    return maxFrames == 1;
  }

  /** Of a still picture. */
  static StickerLimits still(StickerKind kind, int width, int height, int maxBytes) {
    return new StickerLimits(kind, width, height, maxBytes, 1, 1, ANY, 0, ANY, false);
  }

  /** Of an animation with any number of frames. */
  static StickerLimits animated(StickerKind kind, int size, int maxBytes, int maxMillis) {
    return new StickerLimits(kind, size, size, maxBytes, 1, ANY, maxMillis, 0, ANY, false);
  }

  /** Of an animation that may last as long as it likes. */
  static StickerLimits animated(StickerKind kind, int size, int maxBytes) {
    return animated(kind, size, maxBytes, ANY);
  }
}
