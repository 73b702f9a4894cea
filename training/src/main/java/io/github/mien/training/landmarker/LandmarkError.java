package io.github.mien.training.landmarker;

import io.github.mien.face.FaceMesh;
import io.github.mien.face.Landmarks;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Mean distance of points from their labels in percent of the distance between the labels' outer
 * eye corners, over the pictures added.
 */
final class LandmarkError {
  private static final int[] LIPS = join(FaceMesh.innerLips(), FaceMesh.outerLips());
  private static final int[] LIDS = join(FaceMesh.rightEye(), FaceMesh.leftEye());
  private static final int[] BROWS = join(FaceMesh.rightBrow(), FaceMesh.leftBrow());
  private static final int[] IRISES =
      IntStream.range(FaceMesh.FIRST_IRIS, Landmarks.COUNT).toArray();
  private static final int[] ALL = IntStream.range(0, Landmarks.COUNT).toArray();

  private double all, lips, lids, irises, brows;
  private int count;

  void add(Landmarks found, Landmarks label) {
    count++;
    all += mean(found, label, ALL);
    lips += mean(found, label, LIPS);
    lids += mean(found, label, LIDS);
    irises += mean(found, label, IRISES);
    brows += mean(found, label, BROWS);
  }

  double all() {
    return all / count;
  }

  double lips() {
    return lips / count;
  }

  double lids() {
    return lids / count;
  }

  double irises() {
    return irises / count;
  }

  double brows() {
    return brows / count;
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT, "%.2f / %.2f / %.2f / %.2f / %.2f", all(), lips(), lids(), irises(), brows());
  }

  private static double mean(Landmarks found, Landmarks label, int[] points) {
    double sum = 0;
    for (int i : points) {
      sum += Math.hypot(found.x(i) - label.x(i), found.y(i) - label.y(i));
    }
    return 100 * sum / points.length / label.eyeDistance();
  }

  private static int[] join(int[] a, int[] b) {
    return IntStream.concat(IntStream.of(a), IntStream.of(b)).toArray();
  }
}
