package io.github.mien.training.linear;

import static io.github.mien.training.linear.FaceReader.difference;

import io.github.mien.encode.EncodedFace;
import io.github.mien.expression.Blendshape;
import io.github.mien.expression.Expression;
import io.github.mien.expression.Performance;
import io.github.mien.morphable.MorphableModel;
import io.github.mien.transfer.ExpressionTransfer;
import io.github.mien.transfer.TransferOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Examples out of photos: a resting face gets the expression of the same person or of another, an
 * expressive one comes to rest. What is asked for is what the pipeline would ask for, errors and
 * all; how the face then moves the photos show. Where the expression is another's, the fields of
 * the morphable model say by how much that differs from the person's own.
 */
final class PairedExamples {
  private final FaceReader reader;
  private final ExpressionTransfer asking;
  private final MorphableModel model;
  private final double gain;
  private final SplittableRandom random;

  /**
   * @param asking says what is asked of a face
   * @param model has the fields
   * @param gain how much further points go than the photos show
   * @param seed of the choice of others
   */
  PairedExamples(
      FaceReader reader, ExpressionTransfer asking, MorphableModel model, double gain, long seed) {
    this.reader = reader;
    this.asking = asking;
    this.model = model;
    this.gain = gain;
    this.random = new SplittableRandom(seed);
  }

  /**
   * @param pairs of photos
   * @param others how many others lend each person their expression
   */
  List<Example> of(List<PhotoPair> pairs, int others) {
    List<Example> examples = new ArrayList<>();
    for (PhotoPair pair : pairs) {
      for (int i = 0; i <= others; i++) {
        PhotoPair other = i == 0 ? pair : pairs.get(random.nextInt(pairs.size()));
        for (boolean restKnown : new boolean[] {false, true}) {
          examples.add(expressive(other, pair, restKnown));
          examples.add(resting(other, pair, restKnown));
        }
      }
    }
    return examples;
  }

  private Example expressive(PhotoPair source, PhotoPair target, boolean restKnown) {
    float[] wanted = target.rest().coefficients().clone();
    for (int i = 0; i < wanted.length; i++) {
      float w = wanted[i] + source.expressive().coefficients()[i] - source.rest().coefficients()[i];
      wanted[i] = Math.max(0, Math.min(1, w));
    }
    float[] movement = FaceReader.movement(target.rest().shape(), target.expressive().shape());
    if (source != target) {
      model.addFields(difference(wanted, target.expressive().coefficients()), movement);
    }
    return example(
        performance(source.expressive(), source, restKnown), target.rest(), target, movement);
  }

  private Example resting(PhotoPair source, PhotoPair target, boolean restKnown) {
    float[] movement = FaceReader.movement(target.expressive().shape(), target.rest().shape());
    return example(
        performance(source.rest(), source, restKnown), target.expressive(), target, movement);
  }

  private Performance performance(PhotographedFace shown, PhotoPair source, boolean restKnown) {
    Expression expression = any(shown).expression();
    return restKnown
        ? new Performance(expression, any(source.rest()).expression())
        : Performance.of(expression);
  }

  private EncodedFace any(PhotographedFace face) {
    return face.seen().get(random.nextInt(face.seen().size()));
  }

  private Example example(
      Performance source, PhotographedFace face, PhotoPair person, float[] movement) {
    EncodedFace target = any(face);
    Expression wanted = asking.plan(source, target, TransferOptions.DEFAULT).wanted();
    for (int i = 0; i < movement.length; i++) {
      movement[i] *= (float) gain;
    }
    return new Example(
        person.person(),
        withoutGaze(FaceReader.change(target.expression(), wanted)),
        reader.canonical(target.face().landmarks()),
        movement,
        true,
        1);
  }

  /** Eyes that look elsewhere in the next photo follow nobody. */
  private static float[] withoutGaze(float[] change) {
    for (Blendshape shape : Blendshape.values()) {
      if (shape.isGaze()) {
        change[shape.ordinal()] = 0;
      }
    }
    return change;
  }
}
