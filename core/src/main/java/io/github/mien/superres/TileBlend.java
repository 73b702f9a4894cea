package io.github.mien.superres;

import io.github.mien.image.Image;

/**
 * Lays an enlarged tile over those painted before: where it overlaps them to the left and above, it
 * comes in gradually.
 *
 * @param factor pixels of the large picture per pixel of the small one
 */
record TileBlend(Tiling.Span columns, Tiling.Span rows, int factor) {

  /**
   * @param levels of all that the tile sees
   * @param large painted on where the tile shows
   */
  void paint(EnlargingNetwork.Levels levels, Image large) {
    float[] acrossShares = shares(columns);
    float[] downShares = shares(rows);
    int left = factor * columns.shown();
    int plane = levels.width() * levels.height();
    byte[] data = large.data();
    for (int y = 0; y < downShares.length; y++) {
      int out = large.index(left, factor * rows.shown() + y);
      int in =
          (factor * (rows.shown() - rows.seen()) + y) * levels.width()
              + factor * (columns.shown() - columns.seen());
      for (int x = 0; x < acrossShares.length; x++, in++, out += large.channels()) {
        float share = downShares[y] * acrossShares[x];
        for (int c = 0, i = in; c < 3; c++, i += plane) {
          float below = data[out + c] & 0xff;
          float level = 255 * levels.planes()[i];
          data[out + c] = level(below + share * (level - below));
        }
      }
    }
  }

  /** How much of each large pixel is the tile's own, 0..1. */
  private float[] shares(Tiling.Span span) {
    float[] shares = new float[factor * (span.shownEnd() - span.shown())];
    float fade = 2 * Tiling.FADE * factor;
    for (int i = 0; i < shares.length; i++) {
      shares[i] = span.fades() ? Math.min(1, (i + 0.5f) / fade) : 1;
    }
    return shares;
  }

  private static byte level(float level) {
    return (byte) Math.max(0, Math.min(255, Math.round(level)));
  }
}
