package io.github.mien.meme;

import io.github.mien.image.Image;

/**
 * A shape that is cut out of pictures of one size, with the line around it. Made by {@link CutOut}.
 * Immutable and thread-safe.
 */
public final class CutShape {
  private final float[] inside;
  private final float[] line;
  private final int width;
  private final int color;

  /**
   * @param inside how much of each pixel is cut out, 0..1, row by row; not copied
   * @param line how much of each is within the line or cut out; not copied
   * @param color of the line, 0xRRGGBB
   */
  CutShape(float[] inside, float[] line, int width, int color) {
    this.inside = inside;
    this.line = line;
    this.width = width;
    this.color = color;
  }

  /**
   * Fills the shape.
   *
   * @param picture RGB or RGBA, of whose pixels the colours count; not modified
   * @return RGBA of the same size, transparent outside
   */
  public Image fill(Image picture) {
    int height = inside.length / width;
    if (picture.width() != width || picture.height() != height) {
      throw new IllegalArgumentException(
          "the shape has %d x %d pixels, the picture %s".formatted(width, height, picture));
    }
    Image cut = Image.create(width, height, 4);
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
}
