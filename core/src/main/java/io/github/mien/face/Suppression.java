package io.github.mien.face;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Non-maximum suppression that averages: detections which overlap a surer one are taken for the
 * same face, and the face is their mean, weighted by score (as in BlazeFace, arXiv:1907.05047). It
 * trembles less than the surest alone.
 */
final class Suppression {
  private final double maxOverlap;

  /**
   * @param maxOverlap intersection over union from which on two detections are one face
   */
  Suppression(double maxOverlap) {
    this.maxOverlap = maxOverlap;
  }

  /** One detection per face with the score of its surest, the surest first. */
  List<Detection> apply(List<Detection> candidates) {
    List<Detection> left = new ArrayList<>(candidates);
    left.sort(Comparator.comparingDouble(Detection::score).reversed());
    List<Detection> faces = new ArrayList<>();
    while (!left.isEmpty()) {
      Box surest = left.get(0).box();
      List<Detection> same = new ArrayList<>();
      List<Detection> others = new ArrayList<>();
      for (Detection d : left) {
        boolean first = same.isEmpty();
        boolean overlaps = surest.intersectionOverUnion(d.box()) >= maxOverlap;
        (first || overlaps ? same : others).add(d);
      }
      faces.add(mean(same));
      left = others;
    }
    return faces;
  }

  private static Detection mean(List<Detection> same) {
    double[] sums = new double[14];
    double weights = 0;
    for (Detection d : same) {
      double weight = d.score();
      weights += weight;
      sums[0] += weight * d.box().x0();
      sums[1] += weight * d.box().y0();
      sums[2] += weight * d.box().x1();
      sums[3] += weight * d.box().y1();
      for (int k = 0; k < 10; k++) {
        sums[4 + k] += weight * d.points()[k];
      }
    }
    float[] points = new float[10];
    for (int k = 0; k < 10; k++) {
      points[k] = (float) (sums[4 + k] / weights);
    }
    return new Detection(
        new Box(sums[0] / weights, sums[1] / weights, sums[2] / weights, sums[3] / weights),
        same.get(0).score(),
        points);
  }
}
