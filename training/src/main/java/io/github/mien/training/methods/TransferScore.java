package io.github.mien.training.methods;

import io.github.mien.expression.Blendshape;
import io.github.mien.expression.Region;
import io.github.mien.face.FaceMesh;
import io.github.mien.face.Landmarks;
import io.github.mien.image.Affine;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * How well transfers reach what was wanted, as the reference reads photos and results. Wanted are
 * the target's resting coefficients plus what the source shows beyond its own, kept to 0..1; the
 * distance to them is the sum of absolute differences, gaze left out. Not thread-safe.
 */
final class TransferScore {
  private static final int[] STABLE = FaceMesh.stable();

  private final List<Entry> entries = new ArrayList<>();
  private double drift;
  private int lost;

  /** Distances to the wanted coefficients, one for each of them. */
  private record Entry(TransferPair.Kind kind, float[] before, float[] after) {

    boolean improved() {
      Set<Region> all = EnumSet.allOf(Region.class);
      return sum(after, all) < sum(before, all);
    }
  }

  /**
   * The coefficients wanted.
   *
   * @param source what the source shows
   * @param sourceRest its person at rest
   * @param targetRest the target's person at rest
   */
  static float[] wanted(float[] source, float[] sourceRest, float[] targetRest) {
    float[] wanted = new float[source.length];
    for (int i = 0; i < wanted.length; i++) {
      wanted[i] = Math.max(0, Math.min(1, targetRest[i] + source[i] - sourceRest[i]));
    }
    return wanted;
  }

  /**
   * @param target before
   * @param result after; no face counts as nothing transferred
   */
  void add(
      TransferPair.Kind kind,
      float[] wanted,
      Reference.Reading target,
      Optional<Reference.Reading> result) {
    float[] before = distances(target.coefficients(), wanted);
    if (result.isPresent()) {
      entries.add(new Entry(kind, before, distances(result.get().coefficients(), wanted)));
      drift += shift(result.get().landmarks(), target.landmarks());
    } else {
      entries.add(new Entry(kind, before, before));
      lost++;
    }
  }

  private static float[] distances(float[] read, float[] wanted) {
    float[] distances = new float[wanted.length];
    for (int i = 0; i < wanted.length; i++) {
      distances[i] = Math.abs(read[i] - wanted[i]);
    }
    return distances;
  }

  /** Of points that no expression should move, after a similarity, in eye distances. */
  private static double shift(Landmarks result, Landmarks target) {
    double[] from = result.xy(STABLE);
    double[] to = target.xy(STABLE);
    Affine map = Affine.similarity(from, to);
    double sum = 0;
    for (int i = 0; i < from.length; i += 2) {
      double x = map.mapX(from[i], from[i + 1]);
      double y = map.mapY(from[i], from[i + 1]);
      sum += Math.hypot(x - to[i], y - to[i + 1]);
    }
    return sum / STABLE.length / target.eyeDistance();
  }

  /** 0: nothing transferred, 1: exactly what was wanted. */
  double closed() {
    return closed(entry -> true, EnumSet.allOf(Region.class));
  }

  /** The same over the coefficients of some parts of the face. */
  double closed(Region first, Region... more) {
    return closed(entry -> true, EnumSet.of(first, more));
  }

  /** The same over pairs of one kind. */
  double closed(TransferPair.Kind kind) {
    return closed(entry -> entry.kind() == kind, EnumSet.allOf(Region.class));
  }

  private double closed(Predicate<Entry> wanted, Set<Region> regions) {
    double before = 0;
    double after = 0;
    for (Entry entry : entries) {
      if (wanted.test(entry)) {
        before += sum(entry.before(), regions);
        after += sum(entry.after(), regions);
      }
    }
    return 1 - after / before;
  }

  private static double sum(float[] distances, Set<Region> regions) {
    double sum = 0;
    for (int i = 0; i < distances.length; i++) {
      Blendshape shape = Blendshape.values()[i];
      sum += regions.contains(shape.region()) && !shape.isGaze() ? distances[i] : 0;
    }
    return sum;
  }

  /** Share of pairs whose distance shrank. */
  double improved() {
    return (double) entries.stream().filter(Entry::improved).count() / entries.size();
  }

  /** Mean shift of points that no expression should move, in percent of the eye distance. */
  double drift() {
    return 100 * drift / (entries.size() - lost);
  }

  /** Results in which the reference sees no face. */
  int lost() {
    return lost;
  }
}
