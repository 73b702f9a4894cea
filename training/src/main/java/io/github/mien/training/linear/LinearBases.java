package io.github.mien.training.linear;

import io.github.mien.expression.Blendshape;
import io.github.mien.face.Landmarks;
import io.github.mien.transfer.LinearTransfer;
import io.github.mien.transfer.MovedPart;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What changes, faces and movements are reduced to: changes part by part, movements block by block.
 * Examples count alike here, whatever their weights: what photos hardly show must not get lost.
 *
 * @param changes of coefficients
 * @param changed the part that each of them is about
 * @param faceMean the mean shape, mirror-symmetric
 * @param faces what faces differ in
 * @param movements of points
 * @param moved the block that each of them moves
 * @param shares how much of a movement is that of each block, for each point
 */
record LinearBases(
    MirrorComponents changes,
    MovedPart[] changed,
    float[] faceMean,
    MirrorComponents faces,
    MirrorComponents movements,
    Block[] moved,
    Shares shares) {
  private static final int FACES = 4;

  /**
   * @param mean shape of the morphable model
   * @param mirror which point is which in the mirror
   */
  static LinearBases of(List<Example> examples, float[] mean, int[] mirror) {
    UnaryOperator<float[]> ofShape = shape -> mirrored(shape, mirror);
    Shares shares = new Shares(mean);
    List<MirrorComponents> changes = new ArrayList<>();
    List<MovedPart> changed = new ArrayList<>();
    for (MovedPart part : MovedPart.values()) {
      List<float[]> samples = examples.stream().map(e -> ofPart(e, part)).toList();
      changes.add(MirrorComponents.of(samples, LinearBases::mirrored, components(part)));
      changes.get(changes.size() - 1).repeat(part, changed);
    }
    List<MirrorComponents> movements = new ArrayList<>();
    List<Block> moved = new ArrayList<>();
    for (Block block : Block.values()) {
      List<float[]> samples = examples.stream().map(e -> shares.of(block, e)).toList();
      movements.add(MirrorComponents.of(samples, ofShape, components(block)));
      movements.get(movements.size() - 1).repeat(block, moved);
    }
    float[] faceMean = faceMean(examples, ofShape);
    List<float[]> faces =
        examples.stream().map(e -> FaceReader.difference(e.shape(), faceMean)).toList();
    return new LinearBases(
        MirrorComponents.joined(changes),
        changed.toArray(MovedPart[]::new),
        faceMean,
        MirrorComponents.of(faces, ofShape, FACES),
        MirrorComponents.joined(movements),
        moved.toArray(Block[]::new),
        shares);
  }

  /** How many components of a part's changes are kept. */
  private static int components(MovedPart part) {
    return switch (part) {
      case MOUTH -> 32;
      case LIDS -> 6;
      case GAZE -> 8;
      case BROWS -> 5;
    };
  }

  /** How many components of a block's movements are kept. */
  private static int components(Block block) {
    return switch (block) {
      case MOUTH -> 17;
      case EYES -> 10;
      case BROWS, IRISES -> 4;
    };
  }

  private static double limited(double feature) {
    return Math.max(-LinearTransfer.FARTHEST, Math.min(LinearTransfer.FARTHEST, feature));
  }

  private static float[] ofPart(Example example, MovedPart part) {
    float[] change = example.change().clone();
    for (Blendshape shape : Blendshape.values()) {
      if (MovedPart.of(shape) != part) {
        change[shape.ordinal()] = 0;
      }
    }
    return change;
  }

  private static float[] faceMean(List<Example> examples, UnaryOperator<float[]> mirror) {
    float[] mean = new float[3 * Landmarks.COUNT];
    for (Example example : examples) {
      for (int i = 0; i < mean.length; i++) {
        mean[i] += example.shape()[i] / examples.size();
      }
    }
    float[] image = mirror.apply(mean);
    for (int i = 0; i < mean.length; i++) {
      mean[i] = (mean[i] + image[i]) / 2;
    }
    return mean;
  }

  /** The mirror image of a shape or of displacements in the canonical frame. */
  private static float[] mirrored(float[] shape, int[] mirror) {
    float[] image = new float[shape.length];
    for (int p = 0; p < mirror.length; p++) {
      image[3 * p] = -shape[3 * mirror[p]];
      image[3 * p + 1] = shape[3 * mirror[p] + 1];
      image[3 * p + 2] = shape[3 * mirror[p] + 2];
    }
    return image;
  }

  /** The mirror image of coefficients. */
  private static float[] mirrored(float[] coefficients) {
    float[] image = new float[coefficients.length];
    for (Blendshape shape : Blendshape.values()) {
      image[shape.ordinal()] = coefficients[shape.mirrored().ordinal()];
    }
    return image;
  }

  /** How many inputs the regression has: each change alone, and with each feature of the face. */
  int inputs() {
    return changes.count() * (1 + faces.count());
  }

  /** The inputs: for each change its amount and its products with the features of the face. */
  double[] inputs(Example example) {
    double[] amounts = changes.project(example.change());
    double[] face = faces.project(FaceReader.difference(example.shape(), faceMean));
    double[] inputs = new double[inputs()];
    int at = 0;
    for (double amount : amounts) {
      inputs[at++] = amount;
      for (int k = 0; k < face.length; k++) {
        double feature = face[k] / faces.deviations()[k];
        inputs[at++] = amount * limited(feature);
      }
    }
    return inputs;
  }

  /** How many outputs the regression has. */
  int outputs() {
    return movements.count();
  }

  /** The outputs: how far the points went along each component of movements. */
  double[] outputs(Example example) {
    double[] outputs = new double[outputs()];
    for (Block block : Block.values()) {
      double[] along = movements.project(shares.of(block, example));
      for (int o = 0; o < outputs.length; o++) {
        outputs[o] += moved[o] == block ? along[o] : 0;
      }
    }
    return outputs;
  }

  /** Whether an input may move the points of a block evenly, or oddly. */
  boolean moves(int input, Block block, boolean even) {
    int change = input / (1 + faces.count());
    return block.isMovedBy(changed[change]) && isEven(input) == even;
  }

  /** Whether an input is the same in the mirror; else it is the negative. */
  private boolean isEven(int input) {
    boolean change = changes.even()[input / (1 + faces.count())];
    int feature = input % (1 + faces.count()) - 1;
    return feature < 0 ? change : change == faces.even()[feature];
  }

  /** Whether an input is a product with a feature of the face. */
  boolean dependsOnFace(int input) {
    return input % (1 + faces.count()) != 0;
  }
}
