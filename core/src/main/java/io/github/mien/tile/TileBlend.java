package io.github.mien.tile;

import io.github.mien.image.Image;

/**
 * Lays an enlarged tile over those painted before, which are all above it and those to its left in
 * its row: where it overlaps them it comes in gradually. Where four tiles meet each ends up with
 * the share that it would have if all were mixed at once.
 *
 * @param factor pixels of the large picture per pixel of the small one
 */
public record TileBlend(Tiling.Span columns, Tiling.Span rows, int factor) {

  /**
   * Paints the tile.
   *
   * @param levels of all that the tile sees
   * @param large painted on where the tile shows
   */
  public void paint(Levels levels, Image large) {
    float[] acrossShares = shares(columns);
    float[] leftShares = leftByNext(acrossShares.length);
    float[] downShares = shares(rows);
    int left = factor * columns.shown();
    int plane = levels.width() * levels.height();
    byte[] data = large.data();
    for (int y = 0; y < downShares.length; y++) {
      int out = large.index(left, factor * rows.shown() + y);
      int in =
          (factor * (rows.shown() - rows.seen()) + y) * levels.width()
              + factor * (columns.shown() - columns.seen());
      float down = downShares[y];
      for (int x = 0; x < acrossShares.length; x++, in++, out += large.channels()) {
        float share = acrossShares[x] * down;
        if (down < 1) {
          share *= leftShares[x] / (1 - (1 - leftShares[x]) * down);
        }
        for (int c = 0, i = in; c < 3; c++, i += plane) {
          float below = data[out + c] & 0xff;
          float level = 255 * levels.planes()[i];
          data[out + c] = level(below + share * (level - below));
        }
      }
    }
  }

  /** How much of each large pixel is the tile's own rather than the one's before, 0..1. */
  private float[] shares(Tiling.Span span) {
    float[] shares = new float[factor * (span.shownEnd() - span.shown())];
    for (int i = 0; i < shares.length; i++) {
      shares[i] = span.fades() ? Math.min(1, fadedIn(i)) : 1;
    }
    return shares;
  }

  /** How much of each column the next tile to the right will leave of this one. */
  private float[] leftByNext(int length) {
    float[] shares = new float[length];
    int next = length - 2 * Tiling.FADE * factor;
    for (int i = 0; i < length; i++) {
      shares[i] = columns.hasNext() && i >= next ? 1 - fadedIn(i - next) : 1;
    }
    return shares;
  }

  private float fadedIn(int pixels) {
    return (pixels + 0.5f) / (2 * Tiling.FADE * factor);
  }

  private static byte level(float level) {
    return (byte) Math.max(0, Math.min(255, Math.round(level)));
  }
}
