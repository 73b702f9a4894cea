package io.github.mien.training.matte;

import io.github.mien.face.Box;
import io.github.mien.face.Landmarks;
import io.github.mien.image.Image;
import io.github.mien.image.ImageKernels;
import io.github.mien.training.data.LinearSystem;
import java.util.ArrayDeque;
import java.util.Arrays;

/**
 * Keys a portrait that was taken in front of an even wall: the wall's colour is a quadratic
 * function of the place, fitted to what is connected with the upper border and has nearly that
 * colour; near the rest, a pixel's alpha is how far it lies on the way from the wall's colour to
 * that of the person nearby.
 */
final class StudioKey {
  private static final int TERMS = 6;
  private static final float FIRST_TOLERANCE = 34;
  private static final float TOLERANCE = 11;
  private static final float ENCLOSED = 20;
  private static final double NOISE = 0.5;

  /** Within so many pixels of the wall a pixel may be part wall. */
  private static final double BAND = 3;

  /** Colours that differ by less tell no alpha. */
  private static final float TELLING = 70;

  private final Image photo;
  private final Box face;
  private final int width;
  private final int height;
  private final float[][] wall = new float[3][];
  private final float[] difference;

  private StudioKey(Image photo, Landmarks points) {
    this.photo = photo;
    this.face = points.bounds();
    this.width = photo.width();
    this.height = photo.height();
    this.difference = new float[width * height];
  }

  /**
   * @param photo RGB
   * @param points of the face, in its pixels
   * @return RGBA of the same size: colours of the person alone, handed on to where only the wall is
   */
  static Image cut(Image photo, Landmarks points) {
    StudioKey key = new StudioKey(photo, points);
    boolean[] wall = key.wallPixels();
    key.addEnclosed(wall);
    return key.cutOut(wall);
  }

  /** The wall seen through locks of hair: beside the face nothing else looks like it. */
  private void addEnclosed(boolean[] wallIs) {
    for (int i = 0; i < wallIs.length; i++) {
      int x = i % width, y = i / width;
      boolean beside = x < face.x0() || x > face.x1();
      wallIs[i] |= y < face.y1() && beside && difference[i] < ENCLOSED;
    }
  }

  private boolean[] wallPixels() {
    boolean[] wallIs = upperBorder();
    for (float tolerance : new float[] {FIRST_TOLERANCE, TOLERANCE * 1.6f, TOLERANCE}) {
      fit(wallIs);
      measure();
      wallIs = connected(tolerance);
    }
    return wallIs;
  }

  /** Pixels of the upper borders whose colour is that of most. */
  private boolean[] upperBorder() {
    int[] median = new int[3];
    for (int c = 0; c < 3; c++) {
      int[] levels = new int[width];
      for (int x = 0; x < width; x++) {
        levels[x] = photo.sample(x, 2, c);
      }
      Arrays.sort(levels);
      median[c] = levels[width / 2];
    }
    boolean[] border = new boolean[width * height];
    for (int y = 0; y < height / 2; y++) {
      for (int x = 0; x < width; x++) {
        if (y < 10 || x < 10 || x >= width - 10) {
          boolean like = true;
          for (int c = 0; c < 3; c++) {
            like &= Math.abs(photo.sample(x, y, c) - median[c]) < FIRST_TOLERANCE;
          }
          border[y * width + x] = like;
        }
      }
    }
    return border;
  }

  private void fit(boolean[] known) {
    double[][] matrix = new double[TERMS][TERMS];
    double[][] right = new double[TERMS][3];
    for (int y = 0; y < height; y += 2) {
      for (int x = 0; x < width; x += 2) {
        if (known[y * width + x]) {
          double[] terms = terms(x, y);
          for (int i = 0; i < TERMS; i++) {
            for (int j = 0; j < TERMS; j++) {
              matrix[i][j] += terms[i] * terms[j];
            }
            for (int c = 0; c < 3; c++) {
              right[i][c] += terms[i] * photo.sample(x, y, c);
            }
          }
        }
      }
    }
    for (int i = 0; i < TERMS; i++) {
      matrix[i][i] += i < 3 ? 1e-3 : 20;
    }
    double[][] weights = LinearSystem.solve(matrix, right);
    for (int c = 0; c < 3; c++) {
      wall[c] = new float[width * height];
      for (int i = 0; i < wall[c].length; i++) {
        double[] terms = terms(i % width, i / width);
        for (int t = 0; t < TERMS; t++) {
          wall[c][i] += (float) (weights[t][c] * terms[t]);
        }
      }
    }
  }

  private double[] terms(int x, int y) {
    double u = 2.0 * x / width - 1;
    double v = 2.0 * y / height - 1;
    return new double[] {1, u, v, u * u, u * v, v * v};
  }

  /** The largest difference of a channel from the wall, noise smoothed. */
  private void measure() {
    Arrays.fill(difference, 0);
    float[] plane = new float[difference.length];
    for (int c = 0; c < 3; c++) {
      for (int i = 0; i < plane.length; i++) {
        plane[i] = photo.sample(i % width, i / width, c) - wall[c][i];
      }
      ImageKernels.java().blur(plane, width, height, NOISE, plane);
      for (int i = 0; i < plane.length; i++) {
        difference[i] = Math.max(difference[i], Math.abs(plane[i]));
      }
    }
  }

  private boolean[] connected(float tolerance) {
    boolean[] reached = new boolean[width * height];
    ArrayDeque<Integer> open = new ArrayDeque<>();
    for (int x = 0; x < width; x++) {
      open.add(x);
    }
    while (!open.isEmpty()) {
      int at = open.remove();
      if (reached[at] || difference[at] > tolerance) {
        continue;
      }
      reached[at] = true;
      int x = at % width;
      if (x > 0) {
        open.add(at - 1);
      }
      if (x < width - 1) {
        open.add(at + 1);
      }
      if (at >= width) {
        open.add(at - width);
      }
      if (at + width < reached.length) {
        open.add(at + width);
      }
    }
    return reached;
  }

  private Image cutOut(boolean[] wallIs) {
    float[] near = new float[wallIs.length];
    float[] soft = new float[wallIs.length];
    for (int i = 0; i < near.length; i++) {
      near[i] = wallIs[i] ? 1 : 0;
    }
    ImageKernels.java().blur(near, width, height, 0.6, soft);
    ImageKernels.java().blur(near, width, height, BAND / 2, near);
    float[] sure = new float[near.length];
    for (int i = 0; i < near.length; i++) {
      sure[i] = near[i] < 0.04f ? 1 : 0;
    }
    float[][] person = new float[3][];
    for (int c = 0; c < 3; c++) {
      person[c] = handedOn(c, sure);
    }
    Image cut = Image.create(width, height, 4);
    for (int i = 0; i < sure.length; i++) {
      float alpha = sure[i] == 1 ? 1 : alpha(i, person, soft[i], wallIs[i]);
      for (int c = 0; c < 3; c++) {
        float level = photo.sample(i % width, i / width, c);
        float own = alpha == 0 ? 0 : (level - (1 - alpha) * wall[c][i]) / alpha;
        float trusted = alpha * alpha * Math.max(0, Math.min(255, own));
        float colour = trusted + (1 - alpha * alpha) * person[c][i];
        cut.data()[4 * i + c] = (byte) Math.round(colour);
      }
      cut.data()[4 * i + 3] = (byte) Math.round(255 * alpha);
    }
    return cut;
  }

  private float alpha(int i, float[][] person, float soft, boolean wallIs) {
    float dot = 0, norm = 0;
    for (int c = 0; c < 3; c++) {
      float way = person[c][i] - wall[c][i];
      dot += way * (photo.sample(i % width, i / width, c) - wall[c][i]);
      norm += way * way;
    }
    if (norm < TELLING * TELLING) {
      return 1 - soft;
    }
    float alpha = dot / norm;
    return alpha < 0.06f && wallIs ? 0 : Math.max(0, Math.min(1, alpha));
  }

  /** Colours of the person where they are sure, and means of those nearby elsewhere. */
  private float[] handedOn(int channel, float[] sure) {
    float[] sum = new float[sure.length];
    float[] weight = new float[sure.length];
    for (double sigma : new double[] {2, 8, 40}) {
      float[] colours = new float[sure.length];
      float[] weights = new float[sure.length];
      for (int i = 0; i < sure.length; i++) {
        colours[i] = sure[i] * photo.sample(i % width, i / width, channel);
      }
      ImageKernels.java().blur(colours, width, height, sigma, colours);
      ImageKernels.java().blur(sure, width, height, sigma, weights);
      float share = (float) (1 / (sigma * sigma));
      for (int i = 0; i < sure.length; i++) {
        sum[i] += share * share * colours[i];
        weight[i] += share * share * weights[i];
      }
    }
    for (int i = 0; i < sum.length; i++) {
      sum[i] = weight[i] < 1e-12f ? 128 : sum[i] / weight[i];
    }
    return sum;
  }
}
