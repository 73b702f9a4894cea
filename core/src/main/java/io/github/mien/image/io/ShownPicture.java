package io.github.mien.image.io;

import io.github.mien.image.Animation;
import io.github.mien.image.Image;
import io.github.mien.image.Rect;
import java.util.Arrays;

/**
 * What a viewer of an animation sees, and what of the next frame differs from it. Pixels that
 * differ by no more than a tolerance stay as they were last shown, so that small errors never add
 * up.
 */
final class ShownPicture {
  /** Alpha from here on is opaque where there are no shades of it. */
  private static final int OPAQUE_FROM = 128;

  private final Image shown;
  private final int tolerance;
  private final boolean shades;
  private final boolean[] changed;
  private boolean empty = true;
  private boolean clears;
  private boolean alpha;

  /**
   * @param tolerance levels of 255 by which a channel may be off
   * @param shades whether pixels may be half transparent; if not, all are opaque or transparent
   */
  ShownPicture(Animation animation, int tolerance, boolean shades) {
    int width = animation.width();
    int height = animation.height();
    this.shades = shades;
    this.shown = Image.create(width, height, 4);
    this.changed = new boolean[width * height];
    this.tolerance = tolerance;
  }

  /**
   * Shows a frame.
   *
   * @return the smallest rectangle that holds all that changes; everything the first time
   */
  Rect show(Image frame) {
    int left = frame.width();
    int right = 0;
    int top = frame.height();
    int bottom = 0;
    clears = false;
    alpha |= frame.hasAlpha();
    for (int y = 0; y < frame.height(); y++) {
      for (int x = 0; x < frame.width(); x++) {
        boolean differs = update(frame, x, y);
        changed[y * frame.width() + x] = differs;
        if (differs) {
          left = Math.min(left, x);
          right = Math.max(right, x + 1);
          top = Math.min(top, y);
          bottom = y + 1;
        }
      }
    }
    if (empty) {
      empty = false;
      return frame.bounds();
    }
    return bottom == 0 ? new Rect(0, 0, 0, 0) : new Rect(left, top, right - left, bottom - top);
  }

  private boolean update(Image frame, int x, int y) {
    int in = frame.index(x, y);
    int out = shown.index(x, y);
    byte[] from = frame.data();
    byte[] to = shown.data();
    byte alpha = frame.hasAlpha() ? alpha(from[in + 3]) : -1;
    if (alpha == 0 && to[out + 3] == 0) {
      return empty;
    }
    if (!empty
        && apart(alpha, to[out + 3]) == 0
        && apart(from[in], to[out]) <= tolerance
        && apart(from[in + 1], to[out + 1]) <= tolerance
        && apart(from[in + 2], to[out + 2]) <= tolerance) {
      return false;
    }
    clears |= (alpha & 0xff) < (to[out + 3] & 0xff);
    to[out] = from[in];
    to[out + 1] = from[in + 1];
    to[out + 2] = from[in + 2];
    to[out + 3] = alpha;
    return true;
  }

  private byte alpha(byte stored) {
    if (shades) {
      return stored;
    }
    return (byte) ((stored & 0xff) >= OPAQUE_FROM ? -1 : 0);
  }

  private static int apart(byte a, byte b) {
    return Math.abs((a & 0xff) - (b & 0xff));
  }

  /** The frame as shown, RGBA; shared, and changed by the next. */
  Image image() {
    return shown;
  }

  /** Of each pixel, row by row, whether the last frame changed it; shared. */
  boolean[] changed() {
    return changed;
  }

  /** Takes all pixels of an area for changed, as if they had been cleared before. */
  void renew(Rect area) {
    for (int y = area.y(); y < area.bottom(); y++) {
      int row = y * shown.width();
      Arrays.fill(changed, row + area.x(), row + area.right(), true);
    }
  }

  /** Whether the frames have an alpha channel. */
  boolean hasAlpha() {
    return alpha;
  }

  /** Whether the last frame made a pixel more transparent. */
  boolean clears() {
    return clears;
  }
}
