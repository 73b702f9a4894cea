package io.github.mien.training.morphable;

import java.util.List;
import java.util.function.ToDoubleBiFunction;

/**
 * How well a distance tells people apart by their identities, whatever they show.
 *
 * @param crossed share of trials in which the two photos of a person are nearer than that person's
 *     one photo and another's other photo: one rests, one smiles, in both comparisons
 * @param alike the same against another's photo of the same expression, which is harder
 * @param anyTwo share of all pairs (a person's two photos; photos of two people, whatever they
 *     show) in which the former is nearer: the area under the curve of true and false matches
 */
record Separation(double crossed, double alike, double anyTwo) {

  /**
   * @param rest identities of people at rest
   * @param smile of the same people smiling
   * @param distance of two identities
   */
  static Separation of(
      List<float[]> rest, List<float[]> smile, ToDoubleBiFunction<float[], float[]> distance) {
    int n = rest.size();
    int crossed = 0, alike = 0, anyTwo = 0;
    for (int i = 0; i < n; i++) {
      double own = distance.applyAsDouble(rest.get(i), smile.get(i));
      for (int j = 0; j < n; j++) {
        if (j != i) {
          crossed += nearer(own, distance.applyAsDouble(rest.get(i), smile.get(j)));
          crossed += nearer(own, distance.applyAsDouble(smile.get(i), rest.get(j)));
          alike += nearer(own, distance.applyAsDouble(rest.get(i), rest.get(j)));
          alike += nearer(own, distance.applyAsDouble(smile.get(i), smile.get(j)));
        }
        for (int k = 0; k < n; k++) {
          if (j != k) {
            anyTwo += nearer(own, distance.applyAsDouble(rest.get(j), smile.get(k)));
            anyTwo += nearer(own, distance.applyAsDouble(rest.get(j), rest.get(k)));
            anyTwo += nearer(own, distance.applyAsDouble(smile.get(j), smile.get(k)));
          }
        }
      }
    }
    double pairs = n * (n - 1.0);
    return new Separation(crossed / (2 * pairs), alike / (2 * pairs), anyTwo / (3 * n * pairs));
  }

  private static int nearer(double own, double other) {
    return own < other ? 1 : 0;
  }
}
