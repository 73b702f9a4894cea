package io.github.mien.reconstruct;

import io.github.mien.face.FaceCrop;
import io.github.mien.image.Affine;
import io.github.mien.image.Bilinear;
import io.github.mien.image.Image;
import io.github.mien.image.Rect;

/**
 * Makes parts of a face darker or brighter, as a coarse map in its crop says: the map is read at
 * the knots of a grid that is upright in the picture, two for each of its pixels, and is linear
 * between them.
 */
final class GainGrid {
  /** Bits of a gain below the point. */
  private static final int BITS = 16;

  private static final int ONE = 1 << BITS;

  private final float[] gains;
  private final int side;
  private final Affine toMap;
  private final int step;

  /**
   * @param gains what levels are multiplied by, less than 128, row by row
   * @param side pixels on a side of the map
   * @param crop that it fills
   */
  GainGrid(float[] gains, int side, FaceCrop crop) {
    this.gains = gains;
    this.side = side;
    toMap = crop.toPicture(side).inverse();
    step = (int) Math.max(1, crop.side() / side);
  }

  /** Changes an area of a picture, as far as it lies in it. */
  void apply(Rect whole, Image picture) {
    Rect area = whole.intersection(picture.bounds());
    int cells = (area.width() + step - 1) / step;
    int[] above = new int[cells + 1];
    int[] below = new int[cells + 1];
    int[] line = new int[cells + 1];
    boolean changes = read(area, area.y(), below);
    for (int y = area.y(); y < area.bottom(); y += step) {
      int[] last = above;
      above = below;
      below = last;
      boolean changed = changes;
      changes = read(area, y + step, below);
      if (changed || changes) {
        for (int k = 0; k < Math.min(step, area.bottom() - y); k++) {
          for (int i = 0; i <= cells; i++) {
            line[i] = above[i] + (below[i] - above[i]) * k / step;
          }
          apply(line, picture, area, y + k);
        }
      }
    }
  }

  /** Reads a row of knots and says whether any of them changes something. */
  private boolean read(Rect area, int y, int[] knots) {
    boolean changes = false;
    for (int i = 0; i < knots.length; i++) {
      int x = area.x() + i * step;
      float gain = Bilinear.at(gains, 0, side, (float) toMap.mapX(x, y), (float) toMap.mapY(x, y));
      knots[i] = Math.round(ONE * gain);
      changes |= knots[i] != ONE;
    }
    return changes;
  }

  private void apply(int[] line, Image picture, Rect area, int y) {
    byte[] data = picture.data();
    int channels = picture.channels();
    for (int cell = 0; cell < line.length - 1; cell++) {
      int gain = line[cell];
      int slope = (line[cell + 1] - gain) / step;
      if (gain == ONE && slope == 0) {
        continue;
      }
      int x = area.x() + cell * step;
      int i = picture.index(x, y);
      for (int end = i + channels * Math.min(step, area.right() - x); i < end; i += channels) {
        data[i] = times(data[i], gain);
        data[i + 1] = times(data[i + 1], gain);
        data[i + 2] = times(data[i + 2], gain);
        gain += slope;
      }
    }
  }

  private static byte times(byte level, int gain) {
    return (byte) Math.min(255, (level & 0xff) * gain + ONE / 2 >> BITS);
  }
}
