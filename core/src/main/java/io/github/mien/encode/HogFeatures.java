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

  /** Where each orientation but the first begins. */
  private static final float[] COS = new float[ORIENTATIONS];

  private static final float[] SIN = new float[ORIENTATIONS];

  static {
    for (int k = 1; k < ORIENTATIONS; k++) {
      COS[k] = (float) Math.cos(Math.PI * k / ORIENTATIONS);
      SIN[k] = (float) Math.sin(Math.PI * k / ORIENTATIONS);
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
    if (crop.width() != SIZE || crop.height() != SIZE) {
      throw new IllegalArgumentException(
          "needs a crop of %d x %d pixels, not %s".formatted(SIZE, SIZE, crop));
    }
    float[] cells = votes(GreyPlane.of(crop));
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
    for (int y = 0; y < SIZE; y++) {
      boolean inner = y > 0 && y < SIZE - 1;
      for (int x = 0; x < SIZE; x++) {
        int at = y * SIZE + x;
        int dy = inner ? grey[at + SIZE] - grey[at - SIZE] : 0;
        int dx = x > 0 && x < SIZE - 1 ? grey[at + 1] - grey[at - 1] : 0;
        int cell = y / CELL * CELLS + x / CELL;
        cells[cell * ORIENTATIONS + orientation(dx, dy)] +=
            (float) Math.sqrt(dx * dx + dy * dy) / (CELL * CELL);
      }
    }
    return cells;
  }

  /** The angle from the x axis, opposite directions alike, in units of 20°. */
  private static int orientation(int dx, int dy) {
    boolean turned = dy < 0 || dy == 0 && dx < 0;
    int x = turned ? -dx : dx;
    int y = turned ? -dy : dy;
    int orientation = 0;
    for (int k = 1; k < ORIENTATIONS; k++) {
      orientation += COS[k] * y - SIN[k] * x > 0 ? 1 : 0;
    }
    return x == 0 && y == 0 ? 0 : orientation;
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
