package io.github.mien.expression;

import io.github.mien.face.FaceMesh;
import io.github.mien.face.Landmarks;
import io.github.mien.image.Affine;
import org.jspecify.annotations.Nullable;

/**
 * Takes the jitter out of the landmarks of one face that is followed from picture to picture, by a
 * {@link OneEuroFilter}. Position, size and lean of the head are smoothed for themselves, and the
 * points, in distances of the outer corners of the eyes, in a frame that moves with the head: a
 * head that moves does not loosen the filter on a mouth that rests. For one thread and one face.
 */
public final class LandmarkFilter {
  private static final double MIN_CUTOFF = 1.5;

  /** A mouth opens by two eye distances a second, and faster. */
  private static final double BETA = 40;

  private static final int[] STABLE = FaceMesh.stable();

  private final OneEuroFilter head;
  private final OneEuroFilter shape;

  /** The stable points of the first face in the head's frame. */
  private double @Nullable [] rigid;

  /** Pixels of the first face's eye distance. */
  private double unit;

  private double lean;

  /** With settings for faces at the usual rates of films. */
  public LandmarkFilter() {
    this(MIN_CUTOFF, BETA);
  }

  /**
   * With settings of one's own; see {@link OneEuroFilter}.
   *
   * @param minCutoff hertz; the lower, the less jitter at rest
   * @param beta hertz by which the cut-off rises for an eye distance a second; the higher, the less
   *     lag
   */
  public LandmarkFilter(double minCutoff, double beta) {
    head = new OneEuroFilter(4, minCutoff, beta);
    shape = new OneEuroFilter(3 * Landmarks.COUNT, minCutoff, beta);
  }

  /**
   * Smooths the next landmarks.
   *
   * @param seconds when they were seen, later than those before
   * @param measured not modified
   * @return in the same picture's coordinates
   */
  public Landmarks smooth(double seconds, Landmarks measured) {
    Affine toHead = toHead(measured);
    Affine toPicture = toHead.inverse();
    double angle = Math.atan2(toPicture.yx(), toPicture.xx());
    lean += Math.IEEEremainder(angle - lean, 2 * Math.PI);
    float[] pose = {
      (float) (toPicture.tx() / unit),
      (float) (toPicture.ty() / unit),
      (float) Math.log(toPicture.scale() / unit),
      (float) lean
    };
    head.smooth(seconds, pose);
    float[] points = measured.map(toHead).toArray();
    shape.smooth(seconds, points);
    double scale = unit * Math.exp(pose[2]);
    return Landmarks.of(points)
        .map(Affine.similarity(scale, pose[3], unit * pose[0], unit * pose[1]));
  }

  private Affine toHead(Landmarks measured) {
    double[] seen = measured.xy(STABLE);
    double[] wanted = rigid;
    if (wanted == null) {
      unit = measured.eyeDistance();
      wanted = new double[seen.length];
      for (int i = 0; i < seen.length; i++) {
        for (int j = i % 2; j < seen.length; j += 2) {
          wanted[i] += (seen[i] - seen[j]) / unit * 2 / seen.length;
        }
      }
      rigid = wanted;
    }
    return Affine.similarity(seen, wanted);
  }
}
