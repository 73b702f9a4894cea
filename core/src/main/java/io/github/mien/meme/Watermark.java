package io.github.mien.meme;

import io.github.mien.image.Image;
import java.util.Random;

/**
 * An invisible mark in the pixels that says no more than that it is there. It outlives what
 * metadata does not: JPEG, scaling, a screenshot of the whole picture.
 *
 * <p>The pattern is a fixed row of signs, one for each of the middle frequencies of the picture's
 * brightness on a grid of a set size. Marking pushes the coefficients of the picture's even detail
 * towards those signs; reading correlates them (spread spectrum, <a
 * href="https://doi.org/10.1109/83.650120">Cox et al. 1997</a>, in the cosine transform as a whole,
 * with the even detail in the place of their model of the eye). As the signs are random and
 * independent of any picture, the score of an unmarked one has the mean 0 and the variance 1, and
 * by Hoeffding's inequality it exceeds {@code t} with a probability of at most {@code exp(-t²/2)}.
 *
 * <p>The signs are published in this class: this is a mark, not a secret, and who wants to remove
 * it can. It does not outlive cropping or turning. Pictures of less than about 200 pixels on a side
 * are too small for it.
 */
public final class Watermark {
  /** What an unmarked picture exceeds in one of a million cases or less; see {@link #score}. */
  public static final double THRESHOLD = 5.3;

  private static final int LOW = 14;
  private static final int HIGH = 110;
  private static final long SEED = 0x6d69656eL;
  private static final CosineBand BAND = new CosineBand(LOW, HIGH);
  private static final float[] SIGNS = signs();

  /** What a marked picture should have, as JPEG and scaling take some of it. */
  private static final double WANTED_SCORE = 20;

  /** Pixels of the shorter side; of smaller pictures JPEG takes more. */
  private static final double LARGE = 480;

  /** Peak signal-to-noise ratios that are tried, in dB; rounding takes a little of the last. */
  private static final double[] RATIOS = {49, 47, 45, 43};

  private Watermark() {}

  private static float[] signs() {
    // The numbers of java.util.Random are specified: they are the same everywhere and always.
    Random random = new Random(SEED);
    float[] signs = new float[BAND.size()];
    for (int i = 0; i < signs.length; i++) {
      signs[i] = random.nextBoolean() ? 1 : -1;
    }
    return signs;
  }

  /**
   * Marks a picture; the peak signal-to-noise ratio is at least 42 dB.
   *
   * @param image its colours are modified, all channels alike; transparency is not
   */
  public static void add(Image image) {
    double small = Math.max(1, LARGE / Math.min(image.width(), image.height()));
    float[] pattern = pattern(LumaGrid.of(image), WANTED_SCORE * small * small);
    for (int y = 0; y < image.height(); y++) {
      addTo(image, y, pattern);
    }
  }

  /** As weak as suffices for the picture. */
  private static float[] pattern(float[] grid, double wanted) {
    float[] pattern = unscaled(new Detail(grid).strength());
    float[] scaled = new float[pattern.length];
    float[] marked = new float[pattern.length];
    for (double ratio : RATIOS) {
      float scale = (float) (255 * Math.pow(10, -ratio / 20));
      for (int i = 0; i < pattern.length; i++) {
        scaled[i] = scale * pattern[i];
        marked[i] = grid[i] + scaled[i];
      }
      if (score(marked) >= wanted) {
        break;
      }
    }
    return scaled;
  }

  /** Of mean square 1; stronger where the picture is busy, but not by as much. */
  private static float[] unscaled(float[] strength) {
    float[] pattern = BAND.toGrid(SIGNS);
    double energy = 0;
    for (int i = 0; i < pattern.length; i++) {
      pattern[i] *= (float) Math.sqrt(strength[i]);
      energy += pattern[i] * pattern[i];
    }
    float scale = (float) Math.sqrt(pattern.length / energy);
    for (int i = 0; i < pattern.length; i++) {
      pattern[i] *= scale;
    }
    return pattern;
  }

  /** Interpolates the pattern between the middles of its cells. */
  private static void addTo(Image image, int y, float[] pattern) {
    int side = LumaGrid.SIDE;
    double gy = Math.max(0, Math.min(side - 1, (y + 0.5) * side / image.height() - 0.5));
    int row = Math.min(side - 2, (int) gy);
    float down = (float) (gy - row);
    byte[] data = image.data();
    for (int x = 0, p = image.index(0, y); x < image.width(); x++, p += image.channels()) {
      double gx = Math.max(0, Math.min(side - 1, (x + 0.5) * side / image.width() - 0.5));
      int column = Math.min(side - 2, (int) gx);
      float right = (float) (gx - column);
      int at = row * side + column;
      float upper = pattern[at] + right * (pattern[at + 1] - pattern[at]);
      float lower = pattern[at + side] + right * (pattern[at + side + 1] - pattern[at + side]);
      int added = Math.round(upper + down * (lower - upper));
      for (int c = 0; c < 3; c++) {
        data[p + c] = (byte) Math.max(0, Math.min(255, (data[p + c] & 0xff) + added));
      }
    }
  }

  /**
   * How much a picture looks marked.
   *
   * @param image not modified
   * @return the correlation in standard deviations of what unmarked pictures have
   */
  public static double score(Image image) {
    return score(LumaGrid.of(image));
  }

  private static double score(float[] grid) {
    float[] coefficients = BAND.of(new Detail(grid).even());
    double square = 0;
    for (float coefficient : coefficients) {
      square += coefficient * coefficient;
    }
    // The few strong ones are the picture's own and would only add chance.
    double most = Math.sqrt(square / coefficients.length);
    double sum = 0;
    double energy = 0;
    for (int i = 0; i < coefficients.length; i++) {
      double clipped = Math.max(-most, Math.min(most, coefficients[i]));
      sum += clipped * SIGNS[i];
      energy += clipped * clipped;
    }
    return energy == 0 ? 0 : sum / Math.sqrt(energy);
  }

  /**
   * Whether a picture is marked.
   *
   * @param image not modified
   */
  public static boolean isIn(Image image) {
    return score(image) > THRESHOLD;
  }
}
