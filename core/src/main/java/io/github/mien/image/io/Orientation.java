package io.github.mien.image.io;

import io.github.mien.image.Animation;
import io.github.mien.image.Image;

/** The eight orientations of EXIF (tag 0x0112), by what makes the stored picture upright. */
public enum Orientation {
  /** 1: as stored. */
  UPRIGHT(false, false, false),
  /** 2: left and right exchanged. */
  MIRRORED(true, false, false),
  /** 3: turned by half. */
  ROTATED_180(true, true, false),
  /** 4: top and bottom exchanged. */
  FLIPPED(false, true, false),
  /** 5: rows and columns exchanged. */
  TRANSPOSED(false, false, true),
  /** 6: turned clockwise by a quarter. */
  ROTATED_90(false, true, true),
  /** 7: turned by half, rows and columns exchanged. */
  TRANSVERSED(true, true, true),
  /** 8: turned anticlockwise by a quarter. */
  ROTATED_270(true, false, true);

  /** Square side of the blocks in which rows and columns are exchanged, to stay in the cache. */
  private static final int BLOCK = 64;

  private final boolean mirrorX;
  private final boolean mirrorY;
  private final boolean transpose;

  /** The stored pixel of an upright one: mirrored after rows and columns are exchanged. */
  Orientation(boolean mirrorX, boolean mirrorY, boolean transpose) {
    this.mirrorX = mirrorX;
    this.mirrorY = mirrorY;
    this.transpose = transpose;
  }

  /**
   * The orientation of an EXIF value.
   *
   * @param value 1..8; anything else counts as 1
   */
  public static Orientation of(int value) {
    return value >= 1 && value <= 8 ? values()[value - 1] : UPRIGHT;
  }

  /** Whether rows and columns are exchanged. */
  public boolean transposes() {
    return transpose;
  }

  /** The upright picture: the stored one itself, or a turned copy. */
  public Image upright(Image stored) {
    if (this == UPRIGHT) {
      return stored;
    }
    int width = transpose ? stored.height() : stored.width();
    int height = transpose ? stored.width() : stored.height();
    Image upright = Image.create(width, height, stored.channels());
    for (int y = 0; y < height; y += BLOCK) {
      for (int x = 0; x < width; x += BLOCK) {
        turn(stored, upright, x, y, Math.min(x + BLOCK, width), Math.min(y + BLOCK, height));
      }
    }
    return upright;
  }

  /** The upright animation: the stored one itself, or one whose frames are turned copies. */
  Animation upright(Animation stored) {
    if (this == UPRIGHT) {
      return stored;
    }
    int width = transpose ? stored.height() : stored.width();
    int height = transpose ? stored.width() : stored.height();
    return stored.map(width, height, this::upright);
  }

  private void turn(Image stored, Image upright, int x0, int y0, int x1, int y1) {
    int channels = stored.channels();
    int lastX = stored.width() - 1;
    int lastY = stored.height() - 1;
    byte[] from = stored.data();
    byte[] to = upright.data();
    for (int y = y0; y < y1; y++) {
      int out = upright.index(x0, y);
      for (int x = x0; x < x1; x++) {
        int storedX = transpose ? y : x;
        int storedY = transpose ? x : y;
        int in =
            stored.index(mirrorX ? lastX - storedX : storedX, mirrorY ? lastY - storedY : storedY);
        for (int c = 0; c < channels; c++) {
          to[out++] = from[in++];
        }
      }
    }
  }
}
