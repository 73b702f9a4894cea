package io.github.mien.image;

import java.util.Arrays;
import java.util.Objects;

/**
 * An 8-bit sRGB picture in memory: rows of interleaved R, G, B (3 channels) or R, G, B, A (4
 * channels, alpha not premultiplied), one unsigned byte each. The pixel at column x, row y starts
 * at {@code offset + y * stride + x * channels} of the array. The origin is the upper left corner;
 * the centre of the first pixel is (0, 0).
 *
 * <p>The array is shared, never copied, so that pictures of other libraries can be wrapped. An
 * image is as thread-safe as its array: any number of readers, or one writer.
 */
public final class Image {
  private final byte[] data;
  private final int offset;
  private final int stride;
  private final int width;
  private final int height;
  private final int channels;

  private Image(byte[] data, int offset, int stride, int width, int height, int channels) {
    this.data = data;
    this.offset = offset;
    this.stride = stride;
    this.width = width;
    this.height = height;
    this.channels = channels;
  }

  /**
   * A black, and with four channels fully transparent, picture of its own.
   *
   * @param width columns, at least 1
   * @param height rows, at least 1
   * @param channels 3 (RGB) or 4 (RGBA)
   */
  public static Image create(int width, int height, int channels) {
    long size = (long) width * height * channels;
    if (size > Integer.MAX_VALUE - 8) {
      throw new IllegalArgumentException(
          "a picture of "
              + width
              + " x "
              + height
              + " does not fit one array; scale it down first");
    }
    return wrap(new byte[(int) Math.max(0, size)], 0, width * channels, width, height, channels);
  }

  /**
   * Wraps pixels without copying them.
   *
   * @param data the array, shared with the caller
   * @param offset index of the first byte of the first pixel
   * @param stride bytes from one row to the next, at least {@code width * channels}
   * @param width columns, at least 1
   * @param height rows, at least 1
   * @param channels 3 (RGB) or 4 (RGBA)
   */
  public static Image wrap(
      byte[] data, int offset, int stride, int width, int height, int channels) {
    Objects.requireNonNull(data, "data");
    if (channels != 3 && channels != 4) {
      throw new IllegalArgumentException("channels must be 3 (RGB) or 4 (RGBA), not " + channels);
    }
    if (width < 1 || height < 1) {
      throw new IllegalArgumentException(
          "a picture needs at least one pixel, not " + width + " x " + height);
    }
    long last = offset + (height - 1L) * stride + (long) width * channels;
    if (offset < 0 || stride < (long) width * channels || last > data.length) {
      throw new IllegalArgumentException(
          "%d x %d x %d at offset %d, stride %d needs %d bytes; the array has %d"
              .formatted(width, height, channels, offset, stride, last, data.length));
    }
    return new Image(data, offset, stride, width, height, channels);
  }

  /** The shared array. */
  public byte[] data() {
    return data;
  }

  /** Index of the first byte of the first pixel. */
  public int offset() {
    return offset;
  }

  /** Bytes from one row to the next. */
  public int stride() {
    return stride;
  }

  /** Columns. */
  public int width() {
    return width;
  }

  /** Rows. */
  public int height() {
    return height;
  }

  /** 3 (RGB) or 4 (RGBA). */
  public int channels() {
    return channels;
  }

  /** Whether there is a fourth channel. */
  public boolean hasAlpha() {
    return channels == 4;
  }

  /** The whole picture as a rectangle. */
  public Rect bounds() {
    return new Rect(0, 0, width, height);
  }

  /** Index of the first byte of the pixel at column x, row y; not checked. */
  public int index(int x, int y) {
    return offset + y * stride + x * channels;
  }

  /**
   * One channel of one pixel, 0..255.
   *
   * @param x column
   * @param y row
   * @param channel 0 red, 1 green, 2 blue, 3 alpha
   */
  public int sample(int x, int y, int channel) {
    Objects.checkIndex(x, width);
    Objects.checkIndex(y, height);
    return data[index(x, y) + Objects.checkIndex(channel, channels)] & 0xff;
  }

  /** A copy of the picture as a mirror shows it, left and right exchanged. */
  public Image mirrored() {
    Image mirrored = create(width, height, channels);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        System.arraycopy(
            data, index(x, y), mirrored.data, mirrored.index(width - 1 - x, y), channels);
      }
    }
    return mirrored;
  }

  /**
   * A part of this picture that shares its pixels.
   *
   * @param area inside {@link #bounds()}
   */
  public Image view(Rect area) {
    if (!bounds().contains(area)) {
      throw new IllegalArgumentException(area + " is not inside " + bounds());
    }
    return new Image(
        data, index(area.x(), area.y()), stride, area.width(), area.height(), channels);
  }

  /** A copy with an array of its own, rows without gaps. */
  public Image copy() {
    if (stride == width * channels) {
      byte[] pixels = Arrays.copyOfRange(data, offset, offset + height * stride);
      return new Image(pixels, 0, stride, width, height, channels);
    }
    Image copy = create(width, height, channels);
    copyTo(copy);
    return copy;
  }

  /**
   * Copies the pixels of this picture.
   *
   * @param target of the same size and channels; overwritten
   */
  public void copyTo(Image target) {
    if (target.width != width || target.height != height || target.channels != channels) {
      throw new IllegalArgumentException("cannot copy " + this + " to " + target);
    }
    for (int y = 0; y < height; y++) {
      System.arraycopy(data, index(0, y), target.data, target.index(0, y), width * channels);
    }
  }

  @Override
  public String toString() {
    return width + " x " + height + (hasAlpha() ? " RGBA" : " RGB");
  }
}
