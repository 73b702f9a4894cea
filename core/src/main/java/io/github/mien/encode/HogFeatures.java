package io.github.mien.encode;

import io.github.mien.face.Face;
import io.github.mien.image.Image;
import io.github.mien.image.ImageKernels;

/**
 * Histograms of oriented gradients (Dalal and Triggs, "Histograms of oriented gradients for human
 * detection", CVPR 2005) of the aligned face: 128 × 128 grey levels, 8 × 8 cells of 16 pixels, 9
 * orientations of 20° without sign, blocks of 2 × 2 cells one cell apart, normalised by L2-Hys.
 *
 * <p>The numbers are those of scikit-image's {@code feature.hog} with {@code orientations=9,
 * pixels_per_cell=(16, 16), cells_per_block=(2, 2), block_norm="L2-Hys"}: central differences, 0
 * along the border; each pixel votes for one orientation with its gradient's length. Order: rows of
 * blocks, blocks, rows of a block's cells, cells, orientations. A mirrored face gives them
 * mirrored.
 *
 * <p>Thread-safe if the kernels are.
 */
public final class HogFeatures implements FeatureExtractor {
  /** Pixels on a side of the crop. */
  public static final int SIZE = 128;

  private static final int CELL = 16;
  private static final int CELLS = SIZE / CELL;
  private static final int BLOCK = 2;
  private static final int BLOCKS = CELLS - BLOCK + 1;
  private static final int ORIENTATIONS = 9;
  private static final int ROW = BLOCK * ORIENTATIONS;
  private static final int LENGTH = BLOCKS * BLOCKS * BLOCK * ROW;
  private static final float LIMIT = 0.2f;
  private static final double EPSILON = 1e-5;

  /** Where each orientation but the first begins, in units of 1 / 2^20. */
  private static final int[] COS = new int[ORIENTATIONS];

  private static final int[] SIN = new int[ORIENTATIONS];

  static {
    for (int k = 1; k < ORIENTATIONS; k++) {
      COS[k] = (int) Math.round((1 << 20) * Math.cos(Math.PI * k / ORIENTATIONS));
      SIN[k] = (int) Math.round((1 << 20) * Math.sin(Math.PI * k / ORIENTATIONS));
    }
  }

  private final ImageKernels kernels;

  /**
   * @param kernels cut the crop
   */
  public HogFeatures(ImageKernels kernels) {
    this.kernels = kernels;
  }

  @Override
  public int length() {
    return LENGTH;
  }

  @Override
  public float[] extract(Image photo, Face face) {
    return describe(AlignedCrop.FACE.cut(photo, face.landmarks(), kernels, SIZE));
  }

  /**
   * The histograms of a crop itself.
   *
   * @param crop of {@link #SIZE} pixels on each side; read only
   */
  public static float[] describe(Image crop) {
    float[] cells = votes(GreyPlane.of(crop, SIZE));
    float[] features = new float[LENGTH];
    int at = 0;
    for (int y = 0; y < BLOCKS; y++) {
      for (int x = 0; x < BLOCKS; x++) {
        for (int row = 0; row < BLOCK; row++, at += ROW) {
          int first = ((y + row) * CELLS + x) * ORIENTATIONS;
          System.arraycopy(cells, first, features, at, ROW);
        }
        normalise(features, at - BLOCK * ROW);
      }
    }
    return features;
  }

  /** Mean length of the gradients of each orientation in each cell. */
  private static float[] votes(int[] grey) {
    float[] cells = new float[CELLS * CELLS * ORIENTATIONS];
    int[] dx = new int[SIZE];
    int[] dy = new int[SIZE];
    float[] lengths = new float[SIZE];
    int[] orientations = new int[SIZE];
    for (int y = 0; y < SIZE; y++) {
      gradients(grey, y, dx, dy);
      lengths(dx, dy, lengths);
      orientations(dx, dy, orientations);
      int row = y / CELL * CELLS;
      for (int x = 0; x < SIZE; x++) {
        cells[(row + x / CELL) * ORIENTATIONS + orientations[x]] += lengths[x];
      }
    }
    return cells;
  }

  /** Central differences of a row; 0 along the picture's border. */
  private static void gradients(int[] grey, int y, int[] dx, int[] dy) {
    int at = y * SIZE;
    for (int x = 1; x < SIZE - 1; x++) {
      dx[x] = grey[at + x + 1] - grey[at + x - 1];
    }
    boolean border = y == 0 || y == SIZE - 1;
    int above = border ? at : at - SIZE;
    int below = border ? at : at + SIZE;
    for (int x = 0; x < SIZE; x++) {
      dy[x] = grey[below + x] - grey[above + x];
    }
  }

  private static void lengths(int[] dx, int[] dy, float[] lengths) {
    for (int x = 0; x < SIZE; x++) {
      lengths[x] = (float) Math.sqrt(dx[x] * dx[x] + dy[x] * dy[x]) / (CELL * CELL);
    }
  }

  /**
   * Angles from the x axis, opposite directions alike, in units of 20°: how many of the directions
   * where an orientation begins lie before a gradient. Loops without branches, which are
   * vectorised.
   */
  private static void orientations(int[] dx, int[] dy, int[] orientations) {
    for (int x = 0; x < SIZE; x++) {
      int turn = (512 * dy[x] + dx[x]) >> 31;
      dx[x] = (dx[x] ^ turn) - turn;
      dy[x] = (dy[x] ^ turn) - turn;
      orientations[x] = 0;
    }
    for (int k = 1; k < ORIENTATIONS; k++) {
      int cos = COS[k];
      int sin = SIN[k];
      for (int x = 0; x < SIZE; x++) {
        orientations[x] += (sin * dx[x] - cos * dy[x]) >>> 31;
      }
    }
  }

  /** To length 1, no number above a limit, to length 1 again. */
  private static void normalise(float[] features, int offset) {
    scale(features, offset);
    for (int i = offset; i < offset + BLOCK * ROW; i++) {
      features[i] = Math.min(features[i], LIMIT);
    }
    scale(features, offset);
  }

  private static void scale(float[] features, int offset) {
    double squares = EPSILON * EPSILON;
    for (int i = offset; i < offset + BLOCK * ROW; i++) {
      squares += (double) features[i] * features[i];
    }
    float factor = (float) (1 / Math.sqrt(squares));
    for (int i = offset; i < offset + BLOCK * ROW; i++) {
      features[i] *= factor;
    }
  }
}
