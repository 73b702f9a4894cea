package io.github.mien.training.heads;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;

/** Features of faces with their labels. Not thread-safe. */
final class Examples {
  private final List<float[]> features = new ArrayList<>();
  private final List<float[]> labels = new ArrayList<>();
  private final List<Integer> people = new ArrayList<>();
  private final Map<String, Integer> numbers = new LinkedHashMap<>();

  /**
   * @param person those of one person are never told apart
   */
  void add(String person, float[] features, float[] label) {
    this.features.add(features);
    this.labels.add(label);
    this.people.add(numbers.computeIfAbsent(person, name -> numbers.size()));
  }

  int size() {
    return features.size();
  }

  float[] features(int i) {
    return features.get(i);
  }

  float[] label(int i) {
    return labels.get(i);
  }

  /** Numbers in each face's features. */
  int length() {
    return features.get(0).length;
  }

  /**
   * Those of some people.
   *
   * @param wanted says whether a person is, by number
   */
  Examples of(IntPredicate wanted) {
    Examples some = new Examples();
    for (int i = 0; i < size(); i++) {
      if (wanted.test(people.get(i))) {
        some.add("person " + people.get(i), features.get(i), labels.get(i));
      }
    }
    return some;
  }
}
