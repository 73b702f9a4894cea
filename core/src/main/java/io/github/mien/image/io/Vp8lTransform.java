package io.github.mien.image.io;

import java.io.IOException;

/**
 * What was done to the pixels of a lossless WebP before they were compressed, to be undone (RFC
 * 9649, section 3.4).
 */
abstract sealed class Vp8lTransform {
  private static final int OPAQUE = 0xff000000;

  /** How the pixels before it are undone. */
  abstract int[] undo(int[] argb);

  /** Columns of what is compressed. */
  int storedWidth(int width) {
    return width;
  }

  /**
   * Reads the next transform.
   *
   * @param width columns of what comes out of undoing it
   */
  static Vp8lTransform read(Vp8lBits bits, int width, int height) throws IOException {
    return switch (bits.read(2)) {
      case 0 -> new Predicted(bits, width, height);
      case 1 -> new Correlated(bits, width, height);
      case 2 -> new GreenSubtracted();
      default -> new Indexed(bits, width, height);
    };
  }

  private static int add(int a, int b) {
    int alphaGreen = (a & 0xff00ff00) + (b & 0xff00ff00);
    int redBlue = (a & 0x00ff00ff) + (b & 0x00ff00ff);
    return alphaGreen & 0xff00ff00 | redBlue & 0x00ff00ff;
  }

  /** Pixels as differences to what their neighbours let expect. */
  private static final class Predicted extends Vp8lTransform {
    private final int width;
    private final int blockBits;
    private final int blocks;
    private final int[] modes;

    Predicted(Vp8lBits bits, int width, int height) throws IOException {
      this.width = width;
      blockBits = 2 + bits.read(3);
      blocks = Vp8lPixels.blocks(width, blockBits);
      modes = Vp8lPixels.read(bits, blocks, Vp8lPixels.blocks(height, blockBits));
    }

    @Override
    int[] undo(int[] argb) {
      for (int i = 0; i < argb.length; i++) {
        int x = i % width;
        int y = i / width;
        int expected;
        if (y == 0) {
          expected = x == 0 ? OPAQUE : argb[i - 1];
        } else if (x == 0) {
          expected = argb[i - width];
        } else {
          int mode = modes[(y >> blockBits) * blocks + (x >> blockBits)] >>> 8 & 15;
          expected = expected(mode, argb, i);
        }
        argb[i] = add(argb[i], expected);
      }
      return argb;
    }

    /** Right above the last column there is the first of this row. */
    private int expected(int mode, int[] argb, int i) {
      int left = argb[i - 1];
      int top = argb[i - width];
      int corner = argb[i - width - 1];
      int right = argb[i - width + 1];
      return switch (mode) {
        case 1 -> left;
        case 2 -> top;
        case 3 -> right;
        case 4 -> corner;
        case 5 -> mean(mean(left, right), top);
        case 6 -> mean(left, corner);
        case 7 -> mean(left, top);
        case 8 -> mean(corner, top);
        case 9 -> mean(top, right);
        case 10 -> mean(mean(left, corner), mean(top, right));
        case 11 -> nearer(left, top, corner);
        case 12 -> clampedSum(left, top, corner);
        case 13 -> clampedHalf(mean(left, top), corner);
        default -> OPAQUE;
      };
    }

    private static int mean(int a, int b) {
      return (((a ^ b) & 0xfefefefe) >>> 1) + (a & b);
    }

    private static int nearer(int left, int top, int corner) {
      int toLeft = 0;
      int toTop = 0;
      for (int shift = 0; shift < 32; shift += 8) {
        int c = corner >>> shift & 0xff;
        toLeft += Math.abs((top >>> shift & 0xff) - c);
        toTop += Math.abs((left >>> shift & 0xff) - c);
      }
      return toLeft < toTop ? left : top;
    }

    private static int clampedSum(int a, int b, int c) {
      int sum = 0;
      for (int shift = 0; shift < 32; shift += 8) {
        sum |= clamp((a >>> shift & 0xff) + (b >>> shift & 0xff) - (c >>> shift & 0xff)) << shift;
      }
      return sum;
    }

    private static int clampedHalf(int a, int b) {
      int sum = 0;
      for (int shift = 0; shift < 32; shift += 8) {
        int level = a >>> shift & 0xff;
        sum |= clamp(level + (level - (b >>> shift & 0xff)) / 2) << shift;
      }
      return sum;
    }

    private static int clamp(int level) {
      return Math.max(0, Math.min(255, level));
    }
  }

  /** Red and blue without what green, and red, let expect of them. */
  private static final class Correlated extends Vp8lTransform {
    private final int width;
    private final int blockBits;
    private final int blocks;
    private final int[] factors;

    Correlated(Vp8lBits bits, int width, int height) throws IOException {
      this.width = width;
      blockBits = 2 + bits.read(3);
      blocks = Vp8lPixels.blocks(width, blockBits);
      factors = Vp8lPixels.read(bits, blocks, Vp8lPixels.blocks(height, blockBits));
    }

    @Override
    int[] undo(int[] argb) {
      for (int i = 0; i < argb.length; i++) {
        int block = (i / width >> blockBits) * blocks + (i % width >> blockBits);
        int factor = factors[block];
        int green = argb[i] >>> 8;
        int red = (argb[i] >>> 16) + part(factor, green);
        int blue = argb[i] + part(factor >>> 8, green) + part(factor >>> 16, red);
        argb[i] = argb[i] & 0xff00ff00 | (red & 0xff) << 16 | blue & 0xff;
      }
      return argb;
    }

    private static int part(int factor, int level) {
      return (byte) factor * (byte) level >> 5;
    }
  }

  /** Red and blue less green. */
  private static final class GreenSubtracted extends Vp8lTransform {
    @Override
    int[] undo(int[] argb) {
      for (int i = 0; i < argb.length; i++) {
        int green = argb[i] >>> 8 & 0xff;
        argb[i] = add(argb[i], green << 16 | green);
      }
      return argb;
    }
  }

  /** Numbers of colours; several in a pixel where there are few. */
  private static final class Indexed extends Vp8lTransform {
    private final int width;
    private final int height;

    /** As many as a number may tell; those behind the last stored one are transparent. */
    private final int[] colors = new int[256];

    private final int packedBits;

    Indexed(Vp8lBits bits, int width, int height) throws IOException {
      this.width = width;
      this.height = height;
      int count = 1 + bits.read(8);
      packedBits = count <= 2 ? 3 : count <= 4 ? 2 : count <= 16 ? 1 : 0;
      int[] differences = Vp8lPixels.read(bits, count, 1);
      int color = 0;
      for (int i = 0; i < count; i++) {
        color = add(color, differences[i]);
        colors[i] = color;
      }
    }

    @Override
    int storedWidth(int shownWidth) {
      return Vp8lPixels.blocks(shownWidth, packedBits);
    }

    @Override
    int[] undo(int[] argb) {
      int stored = storedWidth(width);
      int numberBits = 8 >> packedBits;
      int[] shown = new int[width * height];
      for (int i = 0; i < shown.length; i++) {
        int x = i % width;
        int packed = argb[i / width * stored + (x >> packedBits)] >>> 8 & 0xff;
        int shift = (x & (1 << packedBits) - 1) * numberBits;
        shown[i] = colors[packed >>> shift & (1 << numberBits) - 1];
      }
      return shown;
    }
  }
}
