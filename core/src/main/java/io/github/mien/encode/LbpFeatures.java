package io.github.mien.encode;

import io.github.mien.face.Face;
import io.github.mien.image.Image;
import io.github.mien.image.ImageKernels;

/**
 * Histograms of uniform local binary patterns of the aligned face, LBP(8, 1)<sup>u2</sup> (Ojala,
 * Pietikäinen and Mäenpää, "Multiresolution gray-scale and rotation invariant texture
 * classification with local binary patterns", PAMI 2002; on a grid: Ahonen, Hadid and Pietikäinen,
 * "Face description with local binary patterns", PAMI 2006): 120 × 120 grey levels, 6 × 6 cells, 59
 * patterns.
 *
 * <p>A pixel's pattern says which of eight samples on the circle of radius 1 around it, the
 * diagonal ones interpolated, are at least as bright. Patterns of at most two changes along the
 * circle have a bin each; the others share the last. Bins are numbered as scikit-image's {@code
 * local_binary_pattern(image, 8, 1, "nri_uniform")} numbers them: 0 if no sample is as bright, 57
 * if all are, 58 for the others' bin, else 1 + 8 (n - 1) + (8 - f) mod 8 for n bright samples in a
 * row of which f is the first, counted from the right upwards. Each cell's histogram sums to 1.
 * Order: rows of cells, cells, patterns. A mirrored face gives them mirrored.
 *
 * <p>Thread-safe if the kernels are.
 */
public final class LbpFeatures implements FeatureExtractor {
  /**
   * Pixels on a side of the crop: those that patterns are taken of, and a border that only lends
   * samples.
   */
  public static final int SIZE = 122;

  private static final int INNER = SIZE - 2;
  private static final int CELLS = 6;
  private static final int CELL = INNER / CELLS;
  private static final int PATTERNS = 59;
  private static final int LENGTH = CELLS * CELLS * PATTERNS;

  /** Equal levels count as bright whatever rounding does to the interpolation. */
  private static final float SLACK = 1e-3f;

  /** Weights of the diagonal samples: of the pixel itself, of those beside it, of the diagonal. */
  private static final float ALONG = (float) Math.sqrt(0.5);

  private static final float SELF = (1 - ALONG) * (1 - ALONG);
  private static final float BESIDE = ALONG * (1 - ALONG);
  private static final float DIAGONAL = ALONG * ALONG;

  private static final byte[] BINS = bins();

  private final ImageKernels kernels;

  /**
   * @param kernels cut the crop
   */
  public LbpFeatures(ImageKernels kernels) {
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
    int[] grey = GreyPlane.of(crop, SIZE);
    float[] histograms = new float[LENGTH];
    for (int y = 0; y < INNER; y++) {
      int row = y / CELL * CELLS;
      for (int x = 0; x < INNER; x++) {
        int bin = BINS[pattern(grey, (y + 1) * SIZE + x + 1)];
        histograms[(row + x / CELL) * PATTERNS + bin]++;
      }
    }
    for (int i = 0; i < LENGTH; i++) {
      histograms[i] /= CELL * CELL;
    }
    return histograms;
  }

  /** A bit for each sample, the first to the right, then upwards and around. */
  private static int pattern(int[] grey, int at) {
    int centre = grey[at];
    int right = grey[at + 1], up = grey[at - SIZE], left = grey[at - 1], down = grey[at + SIZE];
    float threshold = centre * (1 - SELF) - SLACK;
    int pattern = right >= centre ? 1 : 0;
    pattern |= DIAGONAL * grey[at - SIZE + 1] + BESIDE * (up + right) >= threshold ? 2 : 0;
    pattern |= up >= centre ? 4 : 0;
    pattern |= DIAGONAL * grey[at - SIZE - 1] + BESIDE * (up + left) >= threshold ? 8 : 0;
    pattern |= left >= centre ? 16 : 0;
    pattern |= DIAGONAL * grey[at + SIZE - 1] + BESIDE * (down + left) >= threshold ? 32 : 0;
    pattern |= down >= centre ? 64 : 0;
    pattern |= DIAGONAL * grey[at + SIZE + 1] + BESIDE * (down + right) >= threshold ? 128 : 0;
    return pattern;
  }

  private static byte[] bins() {
    byte[] bins = new byte[256];
    for (int pattern = 0; pattern < 256; pattern++) {
      int before = (pattern << 1 | pattern >> 7) & 0xff;
      int bright = Integer.bitCount(pattern);
      if (Integer.bitCount(pattern ^ before) > 2) {
        bins[pattern] = PATTERNS - 1;
      } else if (bright == 0 || bright == 8) {
        bins[pattern] = (byte) (bright == 0 ? 0 : PATTERNS - 2);
      } else {
        int first = Integer.numberOfTrailingZeros(pattern & ~before);
        bins[pattern] = (byte) (1 + 8 * (bright - 1) + (8 - first) % 8);
      }
    }
    return bins;
  }
}
