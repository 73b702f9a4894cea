package io.github.mien.face;

import io.github.mien.image.Affine;
import io.github.mien.image.Image;
import io.github.mien.image.Rect;
import io.github.mien.model.ModelException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * dlib's shape predictor in Java, for those who have a model such as {@code
 * shape_predictor_68_face_landmarks.dat}: a cascade of regression trees (Kazemi and Sullivan, "One
 * millisecond face alignment with an ensemble of regression trees", CVPR 2014). It gives the points
 * that dlib 19 gives, before dlib rounds them to whole pixels.
 *
 * <p>Immutable, thread-safe.
 */
public final class DlibShapePredictor {
  private static final int IBUG = 68;

  private final float[] mean;
  private final List<RegressionStage> stages;

  private DlibShapePredictor(DlibPredictorFile file) {
    this.mean = file.mean();
    this.stages = file.stages();
  }

  /**
   * Reads a model.
   *
   * @param file as dlib's {@code serialize} writes it, not packed by bzip2
   * @throws IOException if it cannot be read
   * @throws ModelException if it is no such file, or is cut off
   */
  public static DlibShapePredictor read(Path file) throws IOException {
    return new DlibShapePredictor(DlibPredictorFile.read(file));
  }

  /** How many points the model gives. */
  public int points() {
    return mean.length / 2;
  }

  /**
   * The points of a face in a box as dlib's own detectors give it.
   *
   * @param photo read only
   * @param box of the face; it may reach beyond the picture, whose outside is black
   * @return x, y of each point in picture coordinates
   */
  public double[] predict(Image photo, Rect box) {
    return predict(photo, new Affine(box.width() - 1, 0, box.x(), 0, box.height() - 1, box.y()));
  }

  /**
   * The 68 points of a face that was found by other means. The box is the one in which the model's
   * mean shape lies nearest to the face's own 68 points.
   *
   * @param photo read only
   * @param face one of its faces
   * @return x, y of each point in iBUG's order in picture coordinates
   * @throws IllegalStateException if the model has another number of points
   */
  public double[] predict(Image photo, Face face) {
    if (points() != IBUG) {
      throw new IllegalStateException(
          "this model gives %d points, not 68; give the face's box instead".formatted(points()));
    }
    return predict(photo, box(face.landmarks().xy(FaceMesh.ibug68())));
  }

  /** Scale and shift of least squares, the scale alike in both directions. */
  private Affine box(double[] ibug) {
    double[] middle = middle(ibug);
    double[] from = new double[mean.length];
    for (int i = 0; i < from.length; i++) {
      from[i] = mean[i];
    }
    double[] fromMiddle = middle(from);
    double product = 0, squares = 0;
    for (int i = 0; i < from.length; i++) {
      double unit = from[i] - fromMiddle[i % 2];
      product += unit * (ibug[i] - middle[i % 2]);
      squares += unit * unit;
    }
    double scale = product / squares;
    return new Affine(
        scale, 0, middle[0] - scale * fromMiddle[0], 0, scale, middle[1] - scale * fromMiddle[1]);
  }

  private static double[] middle(double[] points) {
    double[] middle = new double[2];
    for (int i = 0; i < points.length; i++) {
      middle[i % 2] += points[i] * 2 / points.length;
    }
    return middle;
  }

  /**
   * @param toPicture from the box, 0..1 in both directions
   */
  private double[] predict(Image photo, Affine toPicture) {
    float[] shape = mean.clone();
    for (RegressionStage stage : stages) {
      float[] pixels = pixels(photo, toPicture, shape, stage);
      for (RegressionTree tree : stage.trees()) {
        tree.move(pixels, shape);
      }
    }
    double[] points = new double[shape.length];
    for (int i = 0; i < shape.length; i += 2) {
      points[i] = toPicture.mapX(shape[i], shape[i + 1]);
      points[i + 1] = toPicture.mapY(shape[i], shape[i + 1]);
    }
    return points;
  }

  /** Grey levels beside the points, wherever these have moved; in single precision as dlib does. */
  private float[] pixels(Image photo, Affine toPicture, float[] shape, RegressionStage stage) {
    Affine turn = turn(shape);
    float xx = (float) turn.xx(), xy = (float) turn.xy();
    float yx = (float) turn.yx(), yy = (float) turn.yy();
    int[] anchors = stage.anchors();
    float[] offsets = stage.offsets();
    float[] pixels = new float[anchors.length];
    for (int i = 0; i < pixels.length; i++) {
      float dx = offsets[2 * i], dy = offsets[2 * i + 1];
      float x = xx * dx + xy * dy + shape[2 * anchors[i]];
      float y = yx * dx + yy * dy + shape[2 * anchors[i] + 1];
      pixels[i] =
          level(
              photo,
              Math.floor(toPicture.mapX(x, y) + 0.5),
              Math.floor(toPicture.mapY(x, y) + 0.5));
    }
    return pixels;
  }

  /** From the mean shape to the shape as it is. */
  private Affine turn(float[] shape) {
    if (shape.length == 2 || Arrays.equals(shape, mean)) {
      return Affine.IDENTITY;
    }
    double[] from = new double[shape.length];
    double[] to = new double[shape.length];
    for (int i = 0; i < shape.length; i++) {
      from[i] = mean[i];
      to[i] = shape[i];
    }
    return Affine.similarity(from, to);
  }

  private static float level(Image photo, double x, double y) {
    if (!(x >= 0 && y >= 0 && x < photo.width() && y < photo.height())) {
      return 0;
    }
    int at = photo.index((int) x, (int) y);
    byte[] data = photo.data();
    return ((data[at] & 0xff) + (data[at + 1] & 0xff) + (data[at + 2] & 0xff)) / 3;
  }
}
