package io.github.mien.meme;

import io.github.mien.image.Animation;
import io.github.mien.image.Frame;
import io.github.mien.image.FrameSource;
import io.github.mien.image.Image;
import java.io.IOException;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * An invisible mark in the pixels that says no more than that it is there. It outlives what
 * metadata does not: JPEG, scaling, a screenshot of the whole picture.
 *
 * <p>The pattern is a fixed row of signs, one for each of the middle frequencies of the picture's
 * brightness on a grid of a set size. Marking pushes the coefficients of the picture's even detail
 * towards those signs; reading correlates them (spread spectrum, <a
 * href="https://doi.org/10.1109/83.650120">Cox et al. 1997</a>, in the cosine transform as a whole,
 * with the even detail in the place of their model of the eye). Pictures whose shorter side has
 * less than 480 pixels are marked as weakly as outlives a resize by half and JPEG of quality 70,
 * which is tried; larger ones outlive that anyway. As the signs are random and independent of any
 * picture, the score of an unmarked one has the mean 0 and the variance 1, and by Hoeffding's
 * inequality it exceeds {@code t} with a probability of at most {@code exp(-t²/2)}.
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

  /** Pixels of the shorter side; of smaller pictures JPEG takes so much that it is tried. */
  private static final int LARGE = 480;

  /** Peak signal-to-noise ratios that are tried, in dB. */
  private static final double[] RATIOS = {49, 47, 45, 43};

  /** The same for small pictures; rounding and interpolation make the last of them 42 at least. */
  private static final double[] SMALL_RATIOS = {49, 47.5, 46, 44.5, 43, 41.85};

  /** What is wanted of small ones when they are worn. */
  private static final double WANTED_WORN = 7.5;

  /** Above this frequency small pictures get less. */
  private static final double KNEE = 55;

  private static final double FALL = 40;

  /** What counts of a coefficient at most, in what is usual for its frequency. */
  private static final double MOST = 1.5;

  /** The signs as a grid. */
  private static final float[] PATTERN = BAND.toGrid(SIGNS);

  /** As small pictures get them: less of the frequencies that JPEG takes of those. */
  private static final float[] LOW_PATTERN = BAND.toGrid(lowSigns());

  private static final int MOST_FRAMES = 32;

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

  private static float[] lowSigns() {
    float[] signs = SIGNS.clone();
    for (int i = 0; i < signs.length; i++) {
      signs[i] *= (float) Math.exp(-Math.max(0, BAND.frequency(i) - KNEE) / FALL);
    }
    return signs;
  }

  /**
   * Marks a picture; the peak signal-to-noise ratio is at least 42 dB.
   *
   * @param image its colours are modified, all channels alike; transparency is not
   */
  public static void add(Image image) {
    add(image, pattern(image));
  }

  /**
   * Marks a moving picture: all its frames by the pattern that suits the first one, so that what
   * stands still does so with the mark as well.
   *
   * @param moving not modified
   */
  public static Animation marked(Animation moving) {
    FirstPattern first = new FirstPattern();
    return moving.map(
        moving.width(),
        moving.height(),
        image -> {
          Image marked = image.copy();
          add(marked, first.of(image));
          return marked;
        });
  }

  /** The pattern of the frame that comes first, however often an animation is gone through. */
  private static final class FirstPattern {
    private float @Nullable [] pattern;

    synchronized float[] of(Image image) {
      if (pattern == null) {
        pattern = Watermark.pattern(image);
      }
      return pattern;
    }
  }

  private static float[] pattern(Image image) {
    boolean small = Math.min(image.width(), image.height()) < LARGE;
    return small ? smallPattern(image) : largePattern(LumaGrid.of(image));
  }

  /** As weak as suffices for the picture. */
  private static float[] largePattern(float[] grid) {
    float[] pattern = shaped(PATTERN, new Detail(grid).strength(), 0.5);
    float[] scaled = pattern;
    for (double ratio : RATIOS) {
      scaled = scaled(pattern, ratio);
      if (score(sum(grid, scaled)) >= WANTED_SCORE) {
        break;
      }
    }
    return scaled;
  }

  private static float[] smallPattern(Image image) {
    float[] pattern = shaped(LOW_PATTERN, new Detail(LumaGrid.of(image)).strength(), -0.5);
    float[] scaled = pattern;
    for (double ratio : SMALL_RATIOS) {
      scaled = scaled(pattern, ratio);
      Image marked = image.copy();
      add(marked, scaled);
      if (score(WornCopy.of(marked)) >= WANTED_WORN) {
        break;
      }
    }
    return scaled;
  }

  /**
   * Of mean square 1.
   *
   * @param power 0.5 for more of it where the picture is busy, where it is seen less; -0.5 for more
   *     where the picture is even, where it tells more
   */
  private static float[] shaped(float[] grid, float[] strength, double power) {
    float[] pattern = grid.clone();
    double energy = 0;
    for (int i = 0; i < pattern.length; i++) {
      pattern[i] *= (float) Math.pow(strength[i], power);
      energy += pattern[i] * pattern[i];
    }
    float scale = (float) Math.sqrt(pattern.length / energy);
    for (int i = 0; i < pattern.length; i++) {
      pattern[i] *= scale;
    }
    return pattern;
  }

  private static float[] scaled(float[] pattern, double ratio) {
    float scale = (float) (255 * Math.pow(10, -ratio / 20));
    float[] scaled = new float[pattern.length];
    for (int i = 0; i < pattern.length; i++) {
      scaled[i] = scale * pattern[i];
    }
    return scaled;
  }

  private static float[] sum(float[] a, float[] b) {
    float[] sum = new float[a.length];
    for (int i = 0; i < a.length; i++) {
      sum[i] = a[i] + b[i];
    }
    return sum;
  }

  private static void add(Image image, float[] pattern) {
    for (int y = 0; y < image.height(); y++) {
      addTo(image, y, pattern);
    }
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

  /**
   * How much a moving picture looks marked: its frames together, since the mark stays where other
   * things move.
   *
   * @param moving gone through up to its 32nd frame
   * @return as for a picture
   * @throws IOException if its frames cannot be had
   */
  public static double score(Animation moving) throws IOException {
    float[] together = new float[LumaGrid.SIDE * LumaGrid.SIDE];
    try (FrameSource frames = moving.open()) {
      int count = 0;
      for (Frame frame = frames.next(); frame != null; frame = frames.next()) {
        together = sum(together, LumaGrid.of(frame.image()));
        if (++count == MOST_FRAMES) {
          break;
        }
      }
      for (int i = 0; i < together.length; i++) {
        together[i] /= Math.max(1, count);
      }
    }
    return score(together);
  }

  private static double score(float[] grid) {
    float[] coefficients = BAND.of(new Detail(grid).even());
    float[] usual = BAND.usual(coefficients);
    double sum = 0;
    double energy = 0;
    for (int i = 0; i < coefficients.length; i++) {
      // The few strong ones are the picture's own and would only add chance; and of frequencies of
      // which a picture has much the mark has less of a share.
      double most = MOST * usual[i];
      double counted =
          Math.max(-most, Math.min(most, coefficients[i])) / Math.sqrt(Math.max(1e-9, usual[i]));
      sum += counted * SIGNS[i];
      energy += counted * counted;
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
