package io.github.mien.meme;

import io.github.mien.image.Rect;
import java.util.Objects;

/**
 * A text and where it goes.
 *
 * @param text any script; a line feed ends a line
 * @param place at an edge of the picture, or in a box
 * @param style how it looks
 */
public record Caption(String text, Place place, CaptionStyle style) {

  /** Refuses text without anything to draw. */
  public Caption {
    Objects.requireNonNull(place, "place");
    Objects.requireNonNull(style, "style");
    if (text.isBlank()) {
      throw new IllegalArgumentException("a caption needs a text; leave an empty one out");
    }
  }

  /** Where a caption goes. */
  public sealed interface Place permits Edge, Box {}

  /** Along an edge of the picture. */
  public enum Edge implements Place {
    /** The upper one. */
    TOP,
    /** The lower one. */
    BOTTOM
  }

  /**
   * Within a rectangle, as large as fits.
   *
   * @param area in the picture's pixels
   */
  public record Box(Rect area) implements Place {
    /** Requires an area. */
    public Box {
      Objects.requireNonNull(area, "area");
    }
  }

  /** A text at the upper edge, as memes have it. */
  public static Caption top(String text) {
    return new Caption(text, Edge.TOP, CaptionStyle.MEME);
  }

  /** A text at the lower edge, as memes have it. */
  public static Caption bottom(String text) {
    return new Caption(text, Edge.BOTTOM, CaptionStyle.MEME);
  }

  /** A text within a rectangle, which it fills. */
  public static Caption in(Rect area, String text) {
    return new Caption(text, new Box(area), CaptionStyle.MEME);
  }

  /** The same in another style. */
  public Caption withStyle(CaptionStyle other) {
    return new Caption(text, place, other);
  }
}
