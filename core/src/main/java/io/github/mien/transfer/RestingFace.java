package io.github.mien.transfer;

import io.github.mien.expression.Blendshape;
import io.github.mien.expression.Expression;
import io.github.mien.model.ModelException;
import io.github.mien.model.ModelStore;
import io.github.mien.model.NamedArrays;
import java.io.IOException;
import java.util.stream.Stream;

/**
 * Estimates what a face looks like at rest from what it shows. Brows that are low and eyes that are
 * narrow may be a person's own or an expression; the estimate is the median of what people with
 * such a face look like at rest, by a small network.
 *
 * <p>Left and right are treated alike: a mirrored expression gives the mirrored estimate.
 *
 * <p>Immutable, thread-safe.
 */
public final class RestingFace {
  private static final int SIZE = Blendshape.COUNT;
  private static final int[] MIRROR =
      Stream.of(Blendshape.values()).mapToInt(shape -> shape.mirrored().ordinal()).toArray();

  private final int hidden;
  private final float[] direct;
  private final float[] inner;
  private final float[] innerBias;
  private final float[] outer;
  private final float[] outerBias;

  private RestingFace(NamedArrays arrays) {
    direct = arrays.floats("rest.direct", SIZE, SIZE);
    innerBias = arrays.floats("rest.inner.bias", -1);
    hidden = innerBias.length;
    inner = arrays.floats("rest.inner", hidden, SIZE);
    outer = arrays.floats("rest.outer", SIZE, hidden);
    outerBias = arrays.floats("rest.outer.bias", SIZE);
  }

  /**
   * The estimator of a store, {@link ModelStore#REST}.
   *
   * @throws IOException if the file cannot be read
   * @throws ModelException if it is no such model
   */
  public static RestingFace load(ModelStore store) throws IOException {
    return of(NamedArrays.parse(store.read(ModelStore.REST), ModelStore.REST));
  }

  /**
   * The estimator in arrays, for coefficients x: x + {@code direct} x + {@code outer} max(0, {@code
   * inner} x + {@code inner.bias}) + {@code outer.bias}, the names beginning with {@code rest.};
   * {@code direct} is [52, 52], {@code inner} [n, 52], {@code outer} [52, n].
   *
   * @throws ModelException if one is missing or of another size
   */
  public static RestingFace of(NamedArrays arrays) {
    return new RestingFace(arrays);
  }

  /**
   * The same face without expression, in the same pose.
   *
   * @param shown what the face shows
   */
  public Expression of(Expression shown) {
    float[] x = shown.toArray();
    float[] change = change(x);
    float[] mirrored = change(mirror(x));
    for (int i = 0; i < SIZE; i++) {
      x[i] += (change[i] + mirrored[MIRROR[i]]) / 2;
    }
    return Expression.of(x, shown.pose());
  }

  private static float[] mirror(float[] coefficients) {
    float[] mirrored = new float[SIZE];
    for (int i = 0; i < SIZE; i++) {
      mirrored[MIRROR[i]] = coefficients[i];
    }
    return mirrored;
  }

  private float[] change(float[] x) {
    float[] change = outerBias.clone();
    addProduct(direct, x, change);
    float[] h = innerBias.clone();
    addProduct(inner, x, h);
    for (int i = 0; i < hidden; i++) {
      h[i] = Math.max(0, h[i]);
    }
    addProduct(outer, h, change);
    return change;
  }

  private static void addProduct(float[] matrix, float[] x, float[] sum) {
    for (int row = 0, at = 0; row < sum.length; row++) {
      float product = 0;
      for (int column = 0; column < x.length; column++, at++) {
        product += matrix[at] * x[column];
      }
      sum[row] += product;
    }
  }
}
