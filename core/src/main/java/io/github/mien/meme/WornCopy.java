package io.github.mien.meme;

import io.github.mien.image.Image;
import io.github.mien.image.ImageKernels;

/**
 * What is left of a picture that was made half as large and then a JPEG of quality 70: its
 * brightness, through the quantisation of ITU-T T.81 with the tables of its annex K.
 */
final class WornCopy {
  private static final int BLOCK = 8;

  /**
   * Table K.1 for brightness, row by row, scaled to quality 70 as the Independent JPEG Group does.
   */
  private static final int[] STEPS = {
    10, 7, 6, 10, 14, 24, 31, 37,
    7, 7, 8, 11, 16, 35, 36, 33,
    8, 8, 10, 14, 24, 34, 41, 34,
    8, 10, 13, 17, 31, 52, 48, 37,
    11, 13, 22, 34, 41, 65, 62, 46,
    14, 21, 33, 38, 49, 62, 68, 55,
    29, 38, 47, 52, 62, 73, 72, 61,
    43, 55, 57, 59, 67, 60, 62, 59
  };

  private static final float[] COSINES = cosines();

  private WornCopy() {}

  private static float[] cosines() {
    float[] cosines = new float[BLOCK * BLOCK];
    for (int k = 0; k < BLOCK; k++) {
      for (int i = 0; i < BLOCK; i++) {
        double norm = Math.sqrt((k == 0 ? 1.0 : 2.0) / BLOCK);
        cosines[k * BLOCK + i] = (float) (norm * Math.cos(Math.PI * k * (2 * i + 1) / (2 * BLOCK)));
      }
    }
    return cosines;
  }

  /**
   * Makes it.
   *
   * @param image not modified; laid on white
   * @return grey
   */
  static Image of(Image image) {
    int width = Math.max(1, image.width() / 2);
    int height = Math.max(1, image.height() / 2);
    Image worn = Image.create(width, height, image.channels());
    ImageKernels.java().resize(image, worn);
    float[] luma = new float[width * height];
    float[] line = new float[width];
    for (int y = 0; y < height; y++) {
      LumaGrid.luma(worn, y, line);
      System.arraycopy(line, 0, luma, y * width, width);
    }
    float[] block = new float[BLOCK * BLOCK];
    for (int y = 0; y < height; y += BLOCK) {
      for (int x = 0; x < width; x += BLOCK) {
        quantize(luma, width, height, x, y, block);
      }
    }
    return grey(luma, width, height);
  }

  /** Blocks that stick out repeat the last column or row. */
  private static void quantize(
      float[] luma, int width, int height, int left, int top, float[] block) {
    for (int i = 0; i < block.length; i++) {
      int x = Math.min(width - 1, left + i % BLOCK);
      int y = Math.min(height - 1, top + i / BLOCK);
      block[i] = luma[y * width + x] - 128;
    }
    float[] coefficients = transformed(transformed(block, false), false);
    for (int i = 0; i < block.length; i++) {
      coefficients[i] = STEPS[i] * Math.round(coefficients[i] / STEPS[i]);
    }
    float[] back = transformed(transformed(coefficients, true), true);
    for (int i = 0; i < block.length; i++) {
      int x = left + i % BLOCK;
      int y = top + i / BLOCK;
      if (x < width && y < height) {
        luma[y * width + x] = back[i] + 128;
      }
    }
  }

  /** The cosine transform of the rows, or its inverse; what comes out is transposed. */
  private static float[] transformed(float[] block, boolean inverse) {
    float[] out = new float[block.length];
    for (int row = 0; row < BLOCK; row++) {
      for (int k = 0; k < BLOCK; k++) {
        float sum = 0;
        for (int i = 0; i < BLOCK; i++) {
          float cosine = inverse ? COSINES[i * BLOCK + k] : COSINES[k * BLOCK + i];
          sum += cosine * block[row * BLOCK + i];
        }
        out[k * BLOCK + row] = sum;
      }
    }
    return out;
  }

  private static Image grey(float[] luma, int width, int height) {
    Image grey = Image.create(width, height, 3);
    for (int i = 0; i < luma.length; i++) {
      byte level = (byte) Math.max(0, Math.min(255, Math.round(luma[i])));
      grey.data()[3 * i] = level;
      grey.data()[3 * i + 1] = level;
      grey.data()[3 * i + 2] = level;
    }
    return grey;
  }
}
