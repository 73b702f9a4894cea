package io.github.mien.meme;

import io.github.mien.blend.Mask;
import io.github.mien.image.Image;
import io.github.mien.image.ImageKernels;
import java.util.Arrays;

/**
 * Cuts a part out of a picture, as with scissors: a smooth edge, and around it, if wanted, a line
 * of one colour. Immutable and thread-safe.
 *
 * @param outline width of the line in pixels; 0 for none
 * @param color of the line, 0xRRGGBB
 */
public record CutOut(double outline, int color) {
  /** Without a line. */
  public static final CutOut PLAIN = new CutOut(0, 0);

  /** Standard deviation, in pixels, by which the edge of a mask is smoothed. */
  private static final double SMOOTHING = 1.5;

  /** Standard deviation, in widths of the line, by which what it goes around is smoothed. */
  private static final double ROUNDING = 0.5;

  /** Checks the width. */
  public CutOut {
    if (!(outline >= 0 && outline <= 1000)) {
      throw new IllegalArgumentException("an outline is 0 to 1000 pixels wide, not " + outline);
    }
  }

  /**
   * Cuts out what a mask covers.
   *
   * @param picture RGB or RGBA; not modified
   * @param mask of the same size; not modified
   * @return RGBA of the same size, transparent outside
   */
  public Image apply(Image picture, Mask mask) {
    int width = picture.width();
    int height = picture.height();
    if (mask.width() != width || mask.height() != height) {
      throw new IllegalArgumentException(
          "the mask has %d x %d pixels, the picture %s"
              .formatted(mask.width(), mask.height(), picture));
    }
    float[] inside = smooth(mask);
    fade(inside, picture);
    return fill(inside, picture);
  }

  /**
   * Draws the line around what is cut out already.
   *
   * @param cut RGBA; its alpha is the shape; not modified
   * @return RGBA of the same size
   */
  public Image around(Image cut) {
    if (!cut.hasAlpha()) {
      throw new IllegalArgumentException("what is cut out has transparent parts, not " + cut);
    }
    float[] inside = new float[cut.width() * cut.height()];
    Arrays.fill(inside, 1);
    fade(inside, cut);
    return fill(inside, cut);
  }

  private Image fill(float[] inside, Image picture) {
    int width = picture.width();
    float[] line = outline == 0 ? inside : line(inside, width, picture.height());
    Image cut = Image.create(width, picture.height(), 4);
    for (int i = 0; i < inside.length; i++) {
      int in = picture.index(i % width, i / width);
      paint(picture.data(), in, inside[i], Math.max(inside[i], line[i]), cut.data(), 4 * i);
    }
    return cut;
  }

  private void paint(byte[] from, int in, float share, float total, byte[] to, int out) {
    if (total <= 0) {
      return;
    }
    for (int c = 0; c < 3; c++) {
      int behind = color >> 16 - 8 * c & 0xff;
      float shown = (share * (from[in + c] & 0xff) + (total - share) * behind) / total;
      to[out + c] = (byte) Math.round(shown);
    }
    to[out + 3] = (byte) Math.round(255 * total);
  }

  /** Nothing is where a picture is transparent. */
  private static void fade(float[] inside, Image picture) {
    if (!picture.hasAlpha()) {
      return;
    }
    for (int i = 0; i < inside.length; i++) {
      int at = picture.index(i % picture.width(), i / picture.width());
      inside[i] *= (picture.data()[at + 3] & 0xff) / 255f;
    }
  }

  /** Blurred, then steepened again: corners of single pixels vanish, the edge is a pixel wide. */
  private static float[] smooth(Mask mask) {
    float[] plane = new float[mask.width() * mask.height()];
    for (int i = 0; i < plane.length; i++) {
      plane[i] = mask.contains(i % mask.width(), i / mask.width()) ? 1 : 0;
    }
    ImageKernels.java().blur(plane, mask.width(), mask.height(), SMOOTHING, plane);
    float steepness = (float) (SMOOTHING * Math.sqrt(2 * Math.PI));
    for (int i = 0; i < plane.length; i++) {
      // Set in by half a pixel, so that no background shines at the edge.
      float v = (plane[i] - 0.5f) * steepness;
      plane[i] = Math.max(0, Math.min(1, v));
    }
    return plane;
  }

  /**
   * How much of each pixel lies within the line's width of what is cut out. Its outer edge is
   * smoother than what it goes around, such as hair, may be.
   */
  private float[] line(float[] inside, int width, int height) {
    float[] squared = new float[inside.length];
    ImageKernels.java().blur(inside, width, height, ROUNDING * outline, squared);
    for (int i = 0; i < inside.length; i++) {
      squared[i] = squared[i] >= 0.5f ? 0 : Float.MAX_VALUE / 4;
    }
    DistanceTransform.squared(squared, width, height);
    float[] line = new float[inside.length];
    for (int i = 0; i < line.length; i++) {
      float beyond = (float) (outline + 0.5 - Math.sqrt(squared[i]));
      line[i] = Math.max(0, Math.min(1, beyond));
    }
    return line;
  }
}
