package io.github.mien.meme;

/**
 * How a caption looks. Colours are sRGB, {@code 0xRRGGBB}; lengths are shares of the letters' size
 * (the em of the font) unless said otherwise.
 *
 * @param fill colour of the letters; pictographs keep their own
 * @param outlineColour colour around the letters, and of the shadow
 * @param outline width of the outline, 0 (none) to 0.2
 * @param shadow how far the shadow falls to the right and down, 0 (none) to 0.2
 * @param largest size of the largest letters, as a share of the picture's shorter side, above 0 up
 *     to 1; a caption in a box of its own fills that instead
 * @param alignment of its lines
 * @param upperCase whether small letters become capitals
 */
public record CaptionStyle(
    int fill,
    int outlineColour,
    double outline,
    double shadow,
    double largest,
    Alignment alignment,
    boolean upperCase) {

  /** White capitals with a heavy black outline. */
  public static final CaptionStyle MEME =
      new CaptionStyle(0xffffff, 0x000000, 0.07, 0.02, 0.15, Alignment.CENTRE, true);

  /** Smaller white letters as they are written, a thinner outline and a shadow. */
  public static final CaptionStyle SUBTITLE =
      new CaptionStyle(0xffffff, 0x000000, 0.045, 0.05, 0.085, Alignment.CENTRE, false);

  private static final double WIDEST = 0.2;

  /** Checks the ranges. */
  public CaptionStyle {
    checkColour("fill", fill);
    checkColour("outlineColour", outlineColour);
    checkShare("outline", outline, 0, WIDEST);
    checkShare("shadow", shadow, 0, WIDEST);
    checkShare("largest", largest, Double.MIN_VALUE, 1);
  }

  /** Where the lines of a caption begin and end. */
  public enum Alignment {
    /** All at the left. */
    LEFT,
    /** In the middle. */
    CENTRE,
    /** All at the right. */
    RIGHT
  }

  private static void checkColour(String name, int rgb) {
    if (rgb < 0 || rgb > 0xffffff) {
      throw new IllegalArgumentException(
          name + " is a colour from 0x000000 to 0xffffff, not 0x" + Integer.toHexString(rgb));
    }
  }

  private static void checkShare(String name, double share, double from, double to) {
    if (!(share >= from && share <= to)) {
      throw new IllegalArgumentException(name + " is a share of up to " + to + ", not " + share);
    }
  }

  /** The same with letters of another colour. */
  public CaptionStyle withFill(int rgb) {
    return new CaptionStyle(rgb, outlineColour, outline, shadow, largest, alignment, upperCase);
  }

  /** The same with another outline. */
  public CaptionStyle withOutline(int rgb, double width) {
    return new CaptionStyle(fill, rgb, width, shadow, largest, alignment, upperCase);
  }

  /** The same with another shadow. */
  public CaptionStyle withShadow(double offset) {
    return new CaptionStyle(fill, outlineColour, outline, offset, largest, alignment, upperCase);
  }

  /** The same with letters of another largest size. */
  public CaptionStyle withLargest(double share) {
    return new CaptionStyle(fill, outlineColour, outline, shadow, share, alignment, upperCase);
  }

  /** The same with other lines. */
  public CaptionStyle withAlignment(Alignment other) {
    return new CaptionStyle(fill, outlineColour, outline, shadow, largest, other, upperCase);
  }

  /** The same with letters as they are written, or with capitals. */
  public CaptionStyle withUpperCase(boolean capitals) {
    return new CaptionStyle(fill, outlineColour, outline, shadow, largest, alignment, capitals);
  }
}
