package io.github.mien.meme;

import io.github.mien.image.Rect;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The largest rectangles that keep off others: each touches an obstacle or the border on all sides.
 */
final class FreeAreas {
  private FreeAreas() {}

  /**
   * @param within where to look
   * @param obstacles may overlap and reach beyond
   */
  static List<Rect> of(Rect within, List<Rect> obstacles) {
    List<Rect> near =
        obstacles.stream().map(within::intersection).filter(r -> !r.isEmpty()).toList();
    int[] tops = edges(within.y(), near.stream().map(Rect::bottom));
    int[] bottoms = edges(within.bottom(), near.stream().map(Rect::y));
    List<Rect> free = new ArrayList<>();
    for (int top : tops) {
      for (int bottom : bottoms) {
        if (top < bottom) {
          addGaps(within, top, bottom, near, free);
        }
      }
    }
    return free.stream()
        .filter(area -> free.stream().noneMatch(o -> !o.equals(area) && o.contains(area)))
        .distinct()
        .toList();
  }

  private static int[] edges(int border, Stream<Integer> others) {
    return Stream.concat(Stream.of(border), others).distinct().mapToInt(i -> i).toArray();
  }

  /** The columns that no obstacle between two rows takes. */
  private static void addGaps(
      Rect within, int top, int bottom, List<Rect> obstacles, List<Rect> free) {
    List<Rect> between =
        obstacles.stream()
            .filter(o -> o.y() < bottom && o.bottom() > top)
            .sorted((a, b) -> Integer.compare(a.x(), b.x()))
            .toList();
    int left = within.x();
    for (Rect obstacle : between) {
      if (obstacle.x() > left) {
        free.add(new Rect(left, top, obstacle.x() - left, bottom - top));
      }
      left = Math.max(left, obstacle.right());
    }
    if (within.right() > left) {
      free.add(new Rect(left, top, within.right() - left, bottom - top));
    }
  }
}
