package io.github.mien.samples.average;

import io.github.mien.image.ImageKernels;
import java.util.Arrays;
import java.util.List;

/**
 * Averaging leaves skin like wax. This raises the finer bands of an average to the strength that
 * they have in its members (Tiddeman, Burt, Perrett 2001, Prototyping and transforming facial
 * textures for perception research).
 */
final class Texture {
  private static final double[] BANDS = {1, 2, 4};

  /** Strength is compared over that many times the scale of the band. */
  private static final double NEIGHBOURHOOD = 6;

  /** A little less than all, as misaligned edges count as texture too. */
  private static final double SHARE = 0.8;

  private static final double MOST = 2;
  private static final float FLOOR = 1e-4f;

  private final ImageKernels kernels;

  Texture(ImageKernels kernels) {
    this.kernels = kernels;
  }

  /**
   * @param average changed in place
   * @param members what it was made of; read only
   */
  void restore(LinearImage average, List<LinearImage> members) {
    int size = average.size;
    float[] grey = grey(average);
    List<float[]> greys = members.stream().map(Texture::grey).toList();
    float[][] rest = new float[3][];
    float[][] sums = new float[3][size * size];
    for (int channel = 0; channel < 3; channel++) {
      rest[channel] = perceived(average.planes[channel]);
    }
    for (double scale : BANDS) {
      float[] gain = gain(strength(grey, size, scale), median(strengths(greys, size, scale)));
      for (int channel = 0; channel < 3; channel++) {
        float[] band = split(rest[channel], size, scale);
        for (int i = 0; i < band.length; i++) {
          sums[channel][i] += gain[i] * band[i];
        }
      }
    }
    for (int channel = 0; channel < 3; channel++) {
      for (int i = 0; i < size * size; i++) {
        float v = Math.max(0, sums[channel][i] + rest[channel][i]);
        average.planes[channel][i] = v * v * v;
      }
    }
  }

  private static float[] grey(LinearImage image) {
    float[] luminance = new float[image.size * image.size];
    for (int i = 0; i < luminance.length; i++) {
      luminance[i] = image.luminance(i);
    }
    return perceived(luminance);
  }

  /** Cube root, as lightness is perceived. */
  private static float[] perceived(float[] light) {
    float[] perceived = new float[light.length];
    for (int i = 0; i < light.length; i++) {
      perceived[i] = (float) Math.cbrt(light[i]);
    }
    return perceived;
  }

  /** Takes the band finer than a scale out of a plane, and returns it. */
  private float[] split(float[] plane, int size, double scale) {
    float[] band = plane.clone();
    kernels.blur(plane, size, size, scale, plane);
    for (int i = 0; i < band.length; i++) {
      band[i] -= plane[i];
    }
    return band;
  }

  /** Takes the band finer than a scale out of a plane, and returns how strong it is around. */
  private float[] strength(float[] plane, int size, double scale) {
    float[] band = split(plane, size, scale);
    for (int i = 0; i < band.length; i++) {
      band[i] = Math.abs(band[i]);
    }
    kernels.blur(band, size, size, NEIGHBOURHOOD * scale, band);
    return band;
  }

  private float[][] strengths(List<float[]> planes, int size, double scale) {
    float[][] strengths = new float[planes.size()][];
    for (int i = 0; i < strengths.length; i++) {
      strengths[i] = strength(planes.get(i), size, scale);
    }
    return strengths;
  }

  private static float[] median(float[][] planes) {
    float[] median = new float[planes[0].length];
    float[] values = new float[planes.length];
    for (int i = 0; i < median.length; i++) {
      for (int k = 0; k < values.length; k++) {
        values[k] = planes[k][i];
      }
      Arrays.sort(values);
      median[i] = values[values.length / 2];
    }
    return median;
  }

  private static float[] gain(float[] has, float[] wanted) {
    float[] gain = new float[has.length];
    for (int i = 0; i < gain.length; i++) {
      double ratio = (wanted[i] + FLOOR) / (has[i] + FLOOR);
      gain[i] = (float) Math.max(1, Math.min(MOST, Math.pow(ratio, SHARE)));
    }
    return gain;
  }
}
