package io.github.mien.training.rest;

import io.github.mien.expression.Blendshape;
import io.github.mien.expression.Expression;
import io.github.mien.expression.HeadPose;
import io.github.mien.expression.Region;
import io.github.mien.transfer.RestingFace;
import java.util.List;

/**
 * How far estimates are from the truth, beside two simpler ones: the mean resting face for
 * everybody, and what the face shows as it is.
 */
final class RestAccuracy {
  private final List<ShownAndRest> samples;
  private final float[] meanRest;

  /**
   * @param samples people that no training saw
   * @param training people whose mean is compared with
   */
  RestAccuracy(List<ShownAndRest> samples, List<ShownAndRest> training) {
    this.samples = samples;
    meanRest = new float[Blendshape.COUNT];
    for (ShownAndRest sample : training) {
      for (int i = 0; i < meanRest.length; i++) {
        meanRest[i] += sample.rest()[i] / training.size();
      }
    }
  }

  /** A table of the summed absolute error per face, by region, gaze left out. */
  String table(RestingFace face) {
    StringBuilder table = new StringBuilder("region estimated mean-rest as-shown\n");
    for (Region region : Region.values()) {
      double[] sums = new double[3];
      for (ShownAndRest sample : samples) {
        float[] estimate = face.of(Expression.of(sample.shown(), HeadPose.FRONTAL)).toArray();
        sums[0] += error(estimate, sample.rest(), region);
        sums[1] += error(meanRest, sample.rest(), region);
        sums[2] += error(sample.shown(), sample.rest(), region);
      }
      int n = Math.max(1, samples.size());
      table.append("%s %.3f %.3f %.3f%n".formatted(region, sums[0] / n, sums[1] / n, sums[2] / n));
    }
    return table.toString();
  }

  private static double error(float[] estimate, float[] truth, Region region) {
    double sum = 0;
    for (Blendshape shape : Blendshape.values()) {
      if (shape.region() == region && !shape.isGaze()) {
        sum += Math.abs(estimate[shape.ordinal()] - truth[shape.ordinal()]);
      }
    }
    return sum;
  }
}
