package io.github.mien.encode;

import io.github.mien.expression.Blendshape;
import io.github.mien.expression.Expression;
import io.github.mien.face.Face;
import io.github.mien.face.Landmarks;
import io.github.mien.image.Image;
import io.github.mien.model.ModelException;
import io.github.mien.model.ModelStore;
import io.github.mien.model.NamedArrays;
import io.github.mien.morphable.MorphableFitter;
import io.github.mien.morphable.MorphableModel;
import java.io.IOException;
import java.util.Arrays;

/**
 * Reads the coefficients from where the landmarks are in the picture's plane, by a small network in
 * plain Java, and the head's pose from the {@link MorphableModel}.
 *
 * <p>The coefficients do not change when a face is moved, scaled or turned in the plane, and a
 * mirrored face gives left and right swapped. They change smoothly with the points, and {@link
 * #linearize} gives their derivatives. {@code tongueOut} is always 0: landmarks do not show the
 * tongue.
 *
 * <p>Immutable, thread-safe.
 */
public final class LandmarkExpressionEncoder implements ExpressionEncoder {
  private static final int SIZE = 3 * Landmarks.COUNT;

  private final PointNormalizer normalizer;
  private final MirrorNet net;
  private final MorphableFitter fitter;

  private LandmarkExpressionEncoder(NamedArrays arrays, MorphableModel model) {
    int[] points = arrays.ints("encoder.points", -1);
    normalizer = new PointNormalizer(points, model.mean());
    fitter = new MorphableFitter(model);
    int[] inputMirror = new int[2 * points.length];
    float[] inputSign = new float[2 * points.length];
    int[] position = new int[Landmarks.COUNT];
    Arrays.fill(position, -1);
    for (int i = 0; i < points.length; i++) {
      position[points[i]] = i;
    }
    int[] mirror = model.mirror();
    for (int i = 0; i < points.length; i++) {
      int partner = position[mirror[points[i]]];
      if (partner < 0) {
        throw new ModelException(
            "the expression model reads point %d but not its mirror image; get the model again"
                .formatted(points[i]));
      }
      inputMirror[2 * i] = 2 * partner;
      inputMirror[2 * i + 1] = 2 * partner + 1;
      inputSign[2 * i] = -1;
      inputSign[2 * i + 1] = 1;
    }
    int layers = arrays.ints("encoder.layers", 1)[0];
    net = MirrorNet.of(arrays, layers, inputMirror, inputSign, outputMirror());
  }

  private static int[] outputMirror() {
    int[] mirror = new int[Blendshape.TONGUE_OUT.ordinal()];
    for (int i = 0; i < mirror.length; i++) {
      mirror[i] = Blendshape.values()[i].mirrored().ordinal();
    }
    return mirror;
  }

  /**
   * The encoder of a store, {@link ModelStore#EXPRESSION}.
   *
   * @throws IOException if the file cannot be read
   * @throws ModelException if it is no such model
   */
  public static LandmarkExpressionEncoder load(ModelStore store) throws IOException {
    return of(NamedArrays.parse(store.read(ModelStore.EXPRESSION), ModelStore.EXPRESSION));
  }

  /**
   * The encoder in arrays: those of {@link MorphableModel#of}, {@code encoder.points}, {@code
   * encoder.layers} and the network's.
   *
   * @throws ModelException if one is missing or of another size
   */
  public static LandmarkExpressionEncoder of(NamedArrays arrays) {
    return new LandmarkExpressionEncoder(arrays, MorphableModel.of(arrays));
  }

  /**
   * {@inheritDoc}
   *
   * @param photo not looked at
   */
  @Override
  public Expression encode(Image photo, Face face) {
    return encode(face.landmarks());
  }

  /** The coefficients and the head pose of points; the picture that they are from is not needed. */
  public Expression encode(Landmarks landmarks) {
    float[] xyz = landmarks.toArray();
    return Expression.of(coefficients(xyz), fitter.frame(xyz).pose());
  }

  /**
   * The coefficients alone.
   *
   * @param xyz x, y, z of the 478 points in any picture's coordinates; z is not used
   * @return one in 0..1 for each {@link Blendshape}
   */
  public float[] coefficients(float[] xyz) {
    return linearize(xyz).coefficients();
  }

  /**
   * The coefficients and their derivatives at given points.
   *
   * @param xyz as for {@link #coefficients}
   */
  public Linearization linearize(float[] xyz) {
    if (xyz.length != SIZE) {
      throw new IllegalArgumentException(
          "needs " + SIZE + " numbers (x, y, z of 478 points), not " + xyz.length);
    }
    return new Linearization(xyz);
  }

  /** The coefficients at given points and how they change with them. Immutable. */
  public final class Linearization {
    private final PointNormalizer.Fit fit;
    private final MirrorNet.Pass pass;

    private Linearization(float[] xyz) {
      fit = normalizer.new Fit(xyz);
      pass = net.new Pass(fit.residual());
    }

    /** One in 0..1 for each {@link Blendshape}. */
    public float[] coefficients() {
      return Arrays.copyOf(pass.output(), Blendshape.COUNT);
    }

    /**
     * How the coefficients move along several displacements of the points (the Jacobian times a
     * matrix), at a fraction of the time that one at a time would take.
     *
     * @param displacements of x, y, z of the 478 points
     * @return [{@link Blendshape#COUNT}][displacements], row-major: change of each coefficient per
     *     unit of each displacement
     */
    public float[] push(float[][] displacements) {
      int columns = displacements.length;
      float[][] moved = new float[normalizer.size()][columns];
      for (int c = 0; c < columns; c++) {
        float[] residual = fit.push(displacements[c]);
        for (int i = 0; i < residual.length; i++) {
          moved[i][c] = residual[i];
        }
      }
      float[][] read = pass.push(moved, columns);
      float[] rows = new float[Blendshape.COUNT * columns];
      for (int i = 0; i < read.length; i++) {
        System.arraycopy(read[i], 0, rows, i * columns, columns);
      }
      return rows;
    }
  }
}
