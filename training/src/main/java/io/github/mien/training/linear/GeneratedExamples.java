package io.github.mien.training.linear;

import io.github.mien.encode.EncodedFace;
import io.github.mien.expression.Blendshape;
import io.github.mien.expression.Expression;
import io.github.mien.expression.HeadPose;
import io.github.mien.expression.Performance;
import io.github.mien.morphable.HeadFrame;
import io.github.mien.morphable.MorphableModel;
import io.github.mien.transfer.ExpressionTransfer;
import io.github.mien.transfer.Motion;
import io.github.mien.transfer.MovedPart;
import io.github.mien.transfer.TransferOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Examples of what photos hardly show: faces out of the morphable model get any coefficients, and
 * move as the blendshape transfer moves them.
 */
final class GeneratedExamples {
  private static final int IDENTITIES = 20;
  private static final double VARIETY = 0.9;
  private static final int SIZE = 200;

  private static final double BOTH_SIDES = 0.7;

  /** Share of faces that show nothing before. */
  private static final double RESTING = 0.5;

  private final MorphableModel model;
  private final FaceReader reader;
  private final ExpressionTransfer teacher;
  private final SplittableRandom random;

  /**
   * @param teacher moves faces
   * @param seed of faces and coefficients
   */
  GeneratedExamples(
      MorphableModel model, FaceReader reader, ExpressionTransfer teacher, long seed) {
    this.model = model;
    this.reader = reader;
    this.teacher = teacher;
    this.random = new SplittableRandom(seed);
  }

  /**
   * @param weight of each
   */
  List<Example> of(int count, double weight) {
    List<Example> examples = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      examples.add(next(weight));
    }
    return examples;
  }

  private Example next(double weight) {
    float[] shape = face();
    EncodedFace target =
        reader.encoded(HeadFrame.of(HeadPose.FRONTAL, SIZE, 2 * SIZE, 2 * SIZE).toPicture(shape));
    Performance source =
        new Performance(Expression.of(act(), HeadPose.FRONTAL), Expression.NEUTRAL);
    Motion motion = teacher.plan(source, target, TransferOptions.DEFAULT);
    return new Example(
        "nobody",
        FaceReader.change(target.expression(), motion.wanted()),
        reader.canonical(motion.from()),
        reader.moved(motion),
        false,
        weight);
  }

  private float[] face() {
    float[] shape = model.mean();
    for (int k = 0; k < Math.min(IDENTITIES, model.identityCount()); k++) {
      double amount = VARIETY * random.nextGaussian() * model.identityDeviation(k);
      float[] direction = model.identity(k);
      for (int i = 0; i < shape.length; i++) {
        shape[i] += (float) (amount * direction[i]);
      }
    }
    if (random.nextDouble() > RESTING) {
      model.addFields(act(), shape);
    }
    return shape;
  }

  /** One to four coefficients of one part of the face, most of them of both sides. */
  private float[] act() {
    MovedPart part = MovedPart.of(any());
    float[] act = new float[Blendshape.COUNT];
    for (int left = 1 + random.nextInt(4); left > 0; ) {
      Blendshape shape = any();
      if (MovedPart.of(shape) == part) {
        float amount = (float) random.nextDouble();
        act[shape.ordinal()] = amount;
        if (random.nextDouble() < BOTH_SIDES) {
          act[partner(shape).ordinal()] = amount;
        }
        left--;
      }
    }
    return act;
  }

  /** What goes with it most: the other side's, or where the other eye looks then. */
  private static Blendshape partner(Blendshape shape) {
    return switch (shape) {
      case EYE_LOOK_IN_LEFT -> Blendshape.EYE_LOOK_OUT_RIGHT;
      case EYE_LOOK_IN_RIGHT -> Blendshape.EYE_LOOK_OUT_LEFT;
      case EYE_LOOK_OUT_LEFT -> Blendshape.EYE_LOOK_IN_RIGHT;
      case EYE_LOOK_OUT_RIGHT -> Blendshape.EYE_LOOK_IN_LEFT;
      default -> shape.mirrored();
    };
  }

  private Blendshape any() {
    return Blendshape.values()[random.nextInt(Blendshape.TONGUE_OUT.ordinal())];
  }
}
