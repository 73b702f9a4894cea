package io.github.mien.morphable;

import io.github.mien.model.ModelException;
import io.github.mien.model.ModelStore;
import io.github.mien.model.NamedArrays;
import java.io.IOException;

/**
 * How unlike two identities α are, counted in what fits of one person usually differ by: the
 * Mahalanobis distance under the covariance within people, which was learned from people with
 * several photos. Directions that a smile, a pose or an inexact point is taken for count little.
 *
 * <p>Immutable, thread-safe.
 */
public final class IdentityMetric {
  private final int size;
  private final float[] whitening;

  private IdentityMetric(NamedArrays arrays) {
    whitening = arrays.floats("identity.whitening", -1, -1);
    size = (int) Math.round(Math.sqrt(whitening.length));
    if (size * size != whitening.length) {
      throw new ModelException("the array 'identity.whitening' is not square; get the model again");
    }
  }

  /**
   * The metric of the embedded model, {@link ModelStore#MORPHABLE}.
   *
   * @throws IOException if the file cannot be read
   * @throws ModelException if it is no such model
   */
  public static IdentityMetric load(ModelStore store) throws IOException {
    return of(NamedArrays.parse(store.read(ModelStore.MORPHABLE), ModelStore.MORPHABLE));
  }

  /**
   * The metric in arrays: {@code identity.whitening} [n, n].
   *
   * @throws ModelException if it is missing or not square
   */
  public static IdentityMetric of(NamedArrays arrays) {
    return new IdentityMetric(arrays);
  }

  /**
   * An identity in coordinates in which fits of one person scatter alike in all directions.
   *
   * @param alpha of a fit with Mien's own model
   */
  public float[] whiten(float[] alpha) {
    if (alpha.length != size) {
      throw new IllegalArgumentException(
          "the metric compares identities of %d numbers, not %d".formatted(size, alpha.length));
    }
    float[] white = new float[size];
    for (int i = 0; i < size; i++) {
      double sum = 0;
      for (int j = 0; j < size; j++) {
        sum += whitening[i * size + j] * alpha[j];
      }
      white[i] = (float) sum;
    }
    return white;
  }

  /**
   * Distance of two identities: about 1 for two photos of one person.
   *
   * @param one α of a fit with Mien's own model
   * @param other the same
   */
  public double distance(float[] one, float[] other) {
    float[] a = whiten(one), b = whiten(other);
    double sum = 0;
    for (int i = 0; i < size; i++) {
      sum += (double) (a[i] - b[i]) * (a[i] - b[i]);
    }
    return Math.sqrt(sum / size);
  }
}
