package io.github.mien;

import io.github.mien.encode.EncodedFace;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Who drives whom, where the people of one photo get the expressions of those of another. Besides
 * those below there is {@link Mien#bestMatch()}, and applications may bring their own. Thread-safe.
 */
@FunctionalInterface
public interface Casting {

  /**
   * Casts the parts.
   *
   * @param targets the faces that may change, from left to right
   * @param sources those whose expressions are taken, from left to right
   * @return the place of the source for the place of each target that is to change; the others stay
   *     as they are
   */
  Map<Integer, Integer> assign(List<EncodedFace> targets, List<EncodedFace> sources);

  /** The first drives the first, and so on, as far as there are both. */
  static Casting inOrder() {
    return (targets, sources) -> {
      Map<Integer, Integer> cast = new HashMap<>();
      for (int i = 0; i < Math.min(targets.size(), sources.size()); i++) {
        cast.put(i, i);
      }
      return cast;
    };
  }

  /**
   * One drives all.
   *
   * @param source its place, from 0, left to right
   */
  static Casting oneToAll(int source) {
    return (targets, sources) -> {
      Map<Integer, Integer> cast = new HashMap<>();
      for (int i = 0; i < targets.size(); i++) {
        cast.put(i, source);
      }
      return cast;
    };
  }

  /**
   * As told.
   *
   * @param sourceOfTarget the place of the source for the place of a target, both from 0, left to
   *     right
   */
  static Casting byIndex(Map<Integer, Integer> sourceOfTarget) {
    Map<Integer, Integer> cast = Map.copyOf(sourceOfTarget);
    return (targets, sources) -> cast;
  }
}
