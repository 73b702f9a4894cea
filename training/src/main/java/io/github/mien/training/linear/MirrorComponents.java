package io.github.mien.training.linear;

import io.github.mien.training.data.PrincipalComponents;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Principal components of samples and their mirror images: each is its own mirror image, even, or
 * the negative of it, odd.
 *
 * @param components the strongest first
 * @param deviations of the samples along them
 * @param even which of them are even
 */
record MirrorComponents(float[][] components, float[] deviations, boolean[] even) {
  /** Samples are products with each other, so they are not too many. */
  private static final int MOST_SAMPLES = 600;

  /**
   * @param samples as differences from a symmetric centre
   * @param mirror of a sample
   * @param count components wanted
   */
  static MirrorComponents of(List<float[]> samples, UnaryOperator<float[]> mirror, int count) {
    List<float[]> evens = new ArrayList<>();
    List<float[]> odds = new ArrayList<>();
    int step = Math.max(1, samples.size() / MOST_SAMPLES);
    for (int i = 0; i < samples.size(); i += step) {
      float[] sample = samples.get(i);
      float[] image = mirror.apply(sample);
      evens.add(mean(sample, image, 1));
      odds.add(mean(sample, image, -1));
    }
    return merged(
        PrincipalComponents.of(evens, count), PrincipalComponents.of(odds, count), mirror, count);
  }

  private static float[] mean(float[] a, float[] b, int sign) {
    float[] mean = new float[a.length];
    for (int i = 0; i < mean.length; i++) {
      mean[i] = (a[i] + sign * b[i]) / 2;
    }
    return mean;
  }

  private static MirrorComponents merged(
      PrincipalComponents evens,
      PrincipalComponents odds,
      UnaryOperator<float[]> mirror,
      int count) {
    float[][] components = new float[count][];
    float[] deviations = new float[count];
    boolean[] even = new boolean[count];
    for (int k = 0, e = 0, o = 0; k < count; k++) {
      even[k] = !(odds.deviations()[o] > evens.deviations()[e]);
      PrincipalComponents from = even[k] ? evens : odds;
      int i = even[k] ? e++ : o++;
      // To the last bit, which sums over samples are not.
      float[] component = from.components()[i];
      components[k] = mean(component, mirror.apply(component), even[k] ? 1 : -1);
      deviations[k] = from.deviations()[i];
    }
    return new MirrorComponents(components, deviations, even);
  }

  /** Those of several analyses, one after the other. */
  static MirrorComponents joined(List<MirrorComponents> several) {
    int count = several.stream().mapToInt(MirrorComponents::count).sum();
    float[][] components = new float[count][];
    float[] deviations = new float[count];
    boolean[] even = new boolean[count];
    int at = 0;
    for (MirrorComponents each : several) {
      for (int k = 0; k < each.count(); k++, at++) {
        components[at] = each.components[k];
        deviations[at] = each.deviations[k];
        even[at] = each.even[k];
      }
    }
    return new MirrorComponents(components, deviations, even);
  }

  /** Adds the same as often as there are components. */
  <T> void repeat(T each, List<T> list) {
    for (int k = 0; k < count(); k++) {
      list.add(each);
    }
  }

  int count() {
    return deviations.length;
  }

  int length() {
    return components[0].length;
  }

  /** A sample in these components. */
  double[] project(float[] sample) {
    double[] along = new double[count()];
    for (int k = 0; k < along.length; k++) {
      for (int i = 0; i < sample.length; i++) {
        along[k] += components[k][i] * sample[i];
      }
    }
    return along;
  }

  /** All of them, row by row. */
  float[] flat() {
    float[] flat = new float[count() * length()];
    for (int k = 0; k < count(); k++) {
      System.arraycopy(components[k], 0, flat, k * length(), length());
    }
    return flat;
  }
}
