package io.github.mien.blend;

import io.github.mien.image.Image;
import io.github.mien.image.Rect;

/**
 * Where a masked source lies in a target: what every {@link Blender} works out first.
 *
 * @param box the part of the target that holds all pixels to replace and, where the target has
 *     them, their neighbours; empty if there is nothing to replace
 * @param x column of the target on which the source's first column lies; may be negative
 * @param y row of the target on which the source's first row lies; may be negative
 */
public record Placement(Rect box, int x, int y) {

  /**
   * Checks that the arguments of {@link Blender#blend} fit and finds the box.
   *
   * @throws IllegalArgumentException if the mask is not of the source's size
   */
  public static Placement of(Image source, Mask mask, Image target, int x, int y) {
    if (mask.width() != source.width() || mask.height() != source.height()) {
      throw new IllegalArgumentException(
          "the mask must have the source's size: %s for a source of %s".formatted(mask, source));
    }
    Rect onSource = target.bounds().intersection(moved(source.bounds(), x, y));
    Rect masked = moved(mask.bounds(moved(onSource, -x, -y)), x, y);
    return new Placement(
        masked.isEmpty() ? masked : withNeighbours(masked).intersection(target.bounds()), x, y);
  }

  private static Rect moved(Rect rect, int x, int y) {
    return new Rect(rect.x() + x, rect.y() + y, rect.width(), rect.height());
  }

  private static Rect withNeighbours(Rect rect) {
    return new Rect(rect.x() - 1, rect.y() - 1, rect.width() + 2, rect.height() + 2);
  }
}
