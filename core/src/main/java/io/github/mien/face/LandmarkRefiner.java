package io.github.mien.face;

import io.github.mien.image.Affine;
import io.github.mien.image.Image;
import io.github.mien.image.ImageKernels;
import io.github.mien.inference.InferenceSession;
import io.github.mien.inference.Planes;
import io.github.mien.inference.Tensor;
import java.util.List;
import java.util.Map;

/**
 * Moves the points of lids, brows, irises and lips to where small networks see them in {@linkplain
 * FacePatch patches} of higher resolution, after Attention Mesh (Grishchenko et al. 2020,
 * arXiv:2006.10962). The points around follow those that moved. Thread-safe if sessions and kernels
 * are; it does not close the sessions.
 */
public final class LandmarkRefiner {
  private static final String IMAGE = "image";
  private static final String POINTS = "points";

  /** How far from a point that moved others follow, in eye distances. */
  private static final double REACH = 0.12;

  /** Weight of staying where they are. */
  private static final double STAY = 0.3;

  private final InferenceSession eyes;
  private final InferenceSession mouth;
  private final ImageKernels kernels;

  /**
   * @param eyes of Mien's model {@code landmarker-eyes}; not closed
   * @param mouth of Mien's model {@code landmarker-mouth}; not closed
   * @param kernels cut the patches
   */
  public LandmarkRefiner(InferenceSession eyes, InferenceSession mouth, ImageKernels kernels) {
    this.eyes = eyes;
    this.mouth = mouth;
    this.kernels = kernels;
  }

  /**
   * The points of a face, read again where there are patches.
   *
   * @param image read only
   * @param face its points, off by at most some 3 % of the eye distance
   */
  public Landmarks refine(Image image, Landmarks face) {
    Shifts shifts = new Shifts();
    read(eyes, List.of(FacePatch.RIGHT_EYE, FacePatch.LEFT_EYE), image, face, shifts);
    read(mouth, List.of(FacePatch.MOUTH, FacePatch.MIRRORED_MOUTH), image, face, shifts);
    return shifts.apply(face);
  }

  private void read(
      InferenceSession net, List<FacePatch> patches, Image image, Landmarks face, Shifts shifts) {
    int count = patches.size();
    int pixels = FacePatch.WIDTH * FacePatch.HEIGHT;
    int numbers = 2 * patches.get(0).points().length;
    Affine[] toPicture = new Affine[count];
    float[] planes = new float[count * 3 * pixels];
    float[] known = new float[count * numbers];
    for (int i = 0; i < count; i++) {
      toPicture[i] = patches.get(i).toPicture(face);
      Image patch = FacePatch.cut(image, kernels, toPicture[i]);
      Planes.write(patch, 1 / 127.5f, -1, planes, i * 3 * pixels);
      patches.get(i).write(face, toPicture[i].inverse(), known, i * numbers);
    }
    Tensor pictures = Tensor.of(planes, count, 3, FacePatch.HEIGHT, FacePatch.WIDTH);
    Tensor points = Tensor.of(known, count, numbers);
    float[] found =
        InferenceSession.output(net.run(Map.of(IMAGE, pictures, POINTS, points)), "refined").data();
    for (int i = 0; i < count; i++) {
      shifts.add(face, patches.get(i).points(), toPicture[i], found, i * numbers);
    }
  }

  /** How far points move; the mean where two patches show one. */
  private static final class Shifts {
    private final double[] x = new double[Landmarks.COUNT];
    private final double[] y = new double[Landmarks.COUNT];
    private final int[] readings = new int[Landmarks.COUNT];

    void add(Landmarks face, int[] points, Affine toPicture, float[] fractions, int offset) {
      int at = offset;
      for (int point : points) {
        float u = fractions[at++], v = fractions[at++];
        x[point] += toPicture.mapX(u, v) - face.x(point);
        y[point] += toPicture.mapY(u, v) - face.y(point);
        readings[point]++;
      }
    }

    Landmarks apply(Landmarks face) {
      float[] xyz = face.toArray();
      double reach = REACH * face.eyeDistance();
      for (int point = 0; point < Landmarks.COUNT; point++) {
        if (readings[point] > 0) {
          xyz[3 * point] += (float) (x[point] / readings[point]);
          xyz[3 * point + 1] += (float) (y[point] / readings[point]);
        } else {
          follow(face, point, reach, xyz);
        }
      }
      return Landmarks.of(xyz);
    }

    /** Moves a point that no patch reads with those around it. */
    private void follow(Landmarks face, int point, double reach, float[] xyz) {
      double sum = STAY, dx = 0, dy = 0;
      for (int other = 0; other < Landmarks.COUNT; other++) {
        if (readings[other] > 0) {
          double u = (face.x(point) - face.x(other)) / reach;
          double v = (face.y(point) - face.y(other)) / reach;
          double near = Math.max(0, 1 - u * u - v * v);
          double weight = near * near;
          sum += weight;
          dx += weight * x[other] / readings[other];
          dy += weight * y[other] / readings[other];
        }
      }
      xyz[3 * point] += (float) (dx / sum);
      xyz[3 * point + 1] += (float) (dy / sum);
    }
  }
}
