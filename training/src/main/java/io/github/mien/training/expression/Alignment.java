package io.github.mien.training.expression;

import io.github.mien.face.FaceMesh;
import io.github.mien.face.Landmarks;
import io.github.mien.morphable.HeadFrame;
import io.github.mien.training.data.LabelledPhoto;
import io.github.mien.training.data.Mirror;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Brings faces into one frame by turns: a mean of all, each face onto it by a similarity of space
 * in which points that scatter little count most (generalised Procrustes analysis, Gower 1975).
 */
final class Alignment {
  private static final int ROUNDS = 4;
  private static final double LEAST_SCATTER = 0.03;

  private final int[] mirror;
  private final float[] rigidity = new float[Landmarks.COUNT];
  private float[] mean;

  /**
   * @param photos that define the mean
   */
  Alignment(List<LabelledPhoto> photos) {
    Mirror found = Mirror.of(photos);
    mirror = new int[Landmarks.COUNT];
    Arrays.setAll(mirror, found::of);
    for (int point : FaceMesh.stable()) {
      rigidity[point] = 1;
    }
    mean = canonical(symmetric(photos.get(0).landmarks().toArray()));
    for (int round = 0; round < ROUNDS; round++) {
      List<float[]> shapes = new ArrayList<>();
      for (LabelledPhoto photo : photos) {
        shapes.add(toMean(photo.landmarks().toArray()));
      }
      mean = canonical(symmetric(average(shapes)));
      if (round > 0) {
        weigh(shapes);
      }
    }
  }

  /** The mean of all faces, mirror-symmetric, in the canonical frame. */
  float[] mean() {
    return mean.clone();
  }

  int[] mirror() {
    return mirror.clone();
  }

  /** Weights 0..1 of the points. */
  float[] rigidity() {
    return rigidity.clone();
  }

  CanonicalFace align(LabelledPhoto photo) {
    float[] scores = photo.coefficients();
    return new CanonicalFace(
        photo.name(),
        toMean(photo.landmarks().toArray()),
        Arrays.copyOfRange(scores, 1, scores.length));
  }

  private float[] toMean(float[] points) {
    return HeadFrame.between(mean, points, rigidity).toCanonical(points);
  }

  private static float[] average(List<float[]> shapes) {
    float[] sum = new float[Shapes.SIZE];
    for (float[] shape : shapes) {
      Shapes.add(sum, 1.0 / shapes.size(), shape);
    }
    return sum;
  }

  /** The mean of a shape and its mirror image, the latter brought onto the former. */
  private float[] symmetric(float[] shape) {
    float[] image = Shapes.mirrored(shape, mirror);
    float[] moved = HeadFrame.between(image, shape, rigidity).toPicture(image);
    float[] sum = new float[Shapes.SIZE];
    Shapes.add(sum, 0.5, shape);
    Shapes.add(sum, 0.5, moved);
    return sum;
  }

  /** Level and straight, the eyes' outer corners at distance 1 about the origin. */
  float[] canonical(float[] shape) {
    int right = 3 * FaceMesh.RIGHT_EYE_OUTER, left = 3 * FaceMesh.LEFT_EYE_OUTER;
    double[] across = new double[3];
    double[] middle = new double[3];
    for (int k = 0; k < 3; k++) {
      across[k] = shape[left + k] - shape[right + k];
      middle[k] = (shape[left + k] + shape[right + k]) / 2;
    }
    double roll = Math.atan2(across[1], across[0]);
    double flat = Math.hypot(across[0], across[1]);
    double yaw = Math.atan2(across[2], flat);
    double length = Math.hypot(flat, across[2]);
    double cr = Math.cos(roll), sr = Math.sin(roll), cy = Math.cos(yaw), sy = Math.sin(yaw);
    float[] out = new float[shape.length];
    for (int i = 0; i < shape.length; i += 3) {
      double x = (shape[i] - middle[0]) / length;
      double y = (shape[i + 1] - middle[1]) / length;
      double z = (shape[i + 2] - middle[2]) / length;
      double level = cr * x + sr * y;
      out[i] = (float) (cy * level + sy * z);
      out[i + 1] = (float) (cr * y - sr * x);
      out[i + 2] = (float) (cy * z - sy * level);
    }
    return out;
  }

  private void weigh(List<float[]> shapes) {
    float most = 0;
    for (int p = 0; p < rigidity.length; p++) {
      double sum = 0;
      for (float[] shape : shapes) {
        sum += Shapes.squaredDistance(shape, p, mean, p);
      }
      rigidity[p] = (float) (1 / (sum / shapes.size() + LEAST_SCATTER * LEAST_SCATTER));
      most = Math.max(most, rigidity[p]);
    }
    for (int p = 0; p < rigidity.length; p++) {
      rigidity[p] /= most;
    }
  }
}
