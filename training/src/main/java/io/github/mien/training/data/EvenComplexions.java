package io.github.mien.training.data;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Function;

/**
 * Faces drawn so that dark and tan skin, rare in the photos at hand, is seen about as often as
 * light skin. Drawn evenly from the photos, a landmarker takes the shine of full lips for teeth.
 *
 * @param <T> what holds a face
 */
public final class EvenComplexions<T> {
  private static final double DARK = 0.25;
  private static final double MEDIUM = 0.25;

  private final List<T> faces;
  private final Map<Complexion, List<T>> groups = new EnumMap<>(Complexion.class);

  /**
   * @param faces to draw from
   * @param complexion says how light each is
   */
  public EvenComplexions(List<T> faces, Function<T, Complexion> complexion) {
    this.faces = List.copyOf(faces);
    for (T face : faces) {
      groups.computeIfAbsent(complexion.apply(face), group -> new ArrayList<>()).add(face);
    }
  }

  /** Whether there is nothing to draw. */
  public boolean isEmpty() {
    return faces.isEmpty();
  }

  /** A face of a random group, or any if that group is empty. */
  public T pick(SplittableRandom random) {
    double at = random.nextDouble();
    Complexion group =
        at < DARK ? Complexion.DARK : at < DARK + MEDIUM ? Complexion.MEDIUM : Complexion.LIGHT;
    List<T> from = groups.getOrDefault(group, faces);
    return from.get(random.nextInt(from.size()));
  }
}
