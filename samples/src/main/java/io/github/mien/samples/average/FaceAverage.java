package io.github.mien.samples.average;

import io.github.mien.face.FaceMesh;
import io.github.mien.face.Landmarks;
import io.github.mien.image.Affine;
import io.github.mien.image.Image;
import io.github.mien.image.ImageKernels;
import io.github.mien.reconstruct.FacePhoto;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The average of several people's photos: each is warped to the mean shape of all, then each pixel
 * is averaged in linear light: in the face the middle half, with the texture that averaging takes
 * given back; around it, where hair and clothes differ, nearly the median of those who have some
 * there; below the chin a plain mean of the middle half, as collars would leave fragments. The
 * whole stands before a plain background.
 */
public final class FaceAverage {
  /** Distance of the outer eye corners in parts of the picture's side. */
  private static final double EYE_DISTANCE = 0.29;

  /** Height of the eyes in parts of the picture's side. */
  private static final double EYE_HEIGHT = 0.48;

  /** Lets points of lips and lids that almost touch disagree by a small part of a pixel. */
  private static final double STIFFNESS = 1;

  private static final int CHIN = 152;

  /** Height, in parts of the side, over which the median gives way to the mean near the chin. */
  private static final float SOFTENING = 0.05f;

  private final ImageKernels kernels = ImageKernels.java();
  private final int size;

  /**
   * @param size side of the square pictures that come out, in pixels
   */
  public FaceAverage(int size) {
    this.size = size;
  }

  /**
   * Averages photos.
   *
   * @param photos with a face each, as {@link io.github.mien.Mien#align} found them; at least two
   */
  public Image of(List<FacePhoto> photos) {
    if (photos.size() < 2) {
      throw new IllegalArgumentException("an average needs at least two photos");
    }
    double[] mean = placed(meanShape(photos));
    List<LinearImage> aligned = new ArrayList<>();
    for (FacePhoto photo : photos) {
      aligned.add(LinearImage.of(warped(photo, mean)));
    }
    float[] face = FaceMask.of(mean, size, kernels);
    int chin = (int) mean[2 * CHIN + 1];
    List<float[]> hidden = new ArrayList<>();
    for (LinearImage one : aligned) {
      hidden.add(new Backdrop(one, chin).hidden(one));
    }
    LinearImage middle = TrimmedMean.of(aligned, 0.25);
    LinearImage average = TrimmedMean.of(aligned, hidden, 0.4);
    average.mix(middle, below(chin - (int) ((Silhouette.FADE + SOFTENING) * size)));
    new Texture(kernels).restore(middle, aligned);
    average.mix(middle, face);
    Backdrop backdrop = new Backdrop(middle, chin);
    setBefore(backdrop, average, Silhouette.of(hidden, face, chin, size, kernels));
    return average.toImage();
  }

  private static void setBefore(Backdrop backdrop, LinearImage person, float[] share) {
    for (int y = 0, pixel = 0; y < person.size; y++) {
      for (int x = 0; x < person.size; x++, pixel++) {
        for (int channel = 0; channel < 3; channel++) {
          float back = backdrop.light(channel, x, y);
          float own = person.planes[channel][pixel];
          person.planes[channel][pixel] = back + share[pixel] * (own - back);
        }
      }
    }
  }

  /** 1 from a little below a row on, 0 above it. */
  private float[] below(int row) {
    float[] mask = new float[size * size];
    for (int y = Math.max(0, row); y < size; y++) {
      float share = Math.min(1, (y - row) / (SOFTENING * size));
      Arrays.fill(mask, y * size, (y + 1) * size, share);
    }
    return mask;
  }

  /** Generalised Procrustes: shapes are brought onto their mean by similarities, a few times. */
  private static double[] meanShape(List<FacePhoto> photos) {
    double[] mean = shape(photos.get(0));
    for (int round = 0; round < 3; round++) {
      double[] sum = new double[mean.length];
      for (FacePhoto photo : photos) {
        double[] shape = shape(photo);
        add(mapped(shape, Affine.similarity(shape, mean)), sum);
      }
      for (int i = 0; i < sum.length; i++) {
        mean[i] = sum[i] / photos.size();
      }
    }
    return mean;
  }

  private static double[] shape(FacePhoto photo) {
    Landmarks landmarks = photo.face().landmarks();
    double[] shape = new double[2 * Landmarks.COUNT];
    for (int i = 0; i < Landmarks.COUNT; i++) {
      shape[2 * i] = landmarks.x(i);
      shape[2 * i + 1] = landmarks.y(i);
    }
    return shape;
  }

  private static double[] mapped(double[] shape, Affine map) {
    double[] mapped = new double[shape.length];
    for (int i = 0; i < shape.length; i += 2) {
      mapped[i] = map.mapX(shape[i], shape[i + 1]);
      mapped[i + 1] = map.mapY(shape[i], shape[i + 1]);
    }
    return mapped;
  }

  private static void add(double[] shape, double[] sum) {
    for (int i = 0; i < sum.length; i++) {
      sum[i] += shape[i];
    }
  }

  /** Turns and scales a shape to where the faces come to lie in the picture. */
  private double[] placed(double[] shape) {
    int left = 2 * FaceMesh.RIGHT_EYE_OUTER;
    int right = 2 * FaceMesh.LEFT_EYE_OUTER;
    double half = EYE_DISTANCE * size / 2;
    double y = EYE_HEIGHT * size;
    Affine place =
        Affine.similarity(
            new double[] {shape[left], shape[left + 1], shape[right], shape[right + 1]},
            new double[] {size / 2.0 - half, y, size / 2.0 + half, y});
    return mapped(shape, place);
  }

  private Image warped(FacePhoto photo, double[] mean) {
    ThinPlateSpline spline = ThinPlateSpline.through(mean, shape(photo), STIFFNESS);
    SplineMap map = SplineMap.of(spline, size);
    Image warped = Image.create(size, size, photo.image().channels());
    kernels.remap(photo.image(), map.x(), map.y(), warped, warped.bounds());
    return warped;
  }
}
