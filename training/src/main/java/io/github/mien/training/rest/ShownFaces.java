package io.github.mien.training.rest;

import io.github.mien.encode.LandmarkExpressionEncoder;
import io.github.mien.expression.Blendshape;
import io.github.mien.morphable.MorphableModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Samples of faces with and without expression, read by the encoder: the photos themselves, resting
 * faces that get another person's smile, and resting faces that get {@link Act}s.
 */
final class ShownFaces {
  private static final Act[] ACTS = Act.values();

  /** Kinds of generated samples: at rest, another's smile; the others are acts. */
  private static final double RESTING = 0.2;

  private static final double SMILING = 0.7;

  private final MorphableModel model;
  private final LandmarkExpressionEncoder encoder;
  private final List<KnownPerson> people;
  private final List<KnownPerson> smiling;
  private final Random random;

  ShownFaces(
      MorphableModel model,
      LandmarkExpressionEncoder encoder,
      List<KnownPerson> people,
      long seed) {
    this.model = model;
    this.encoder = encoder;
    this.people = people;
    this.smiling = people.stream().filter(person -> person.smile() != null).toList();
    this.random = new Random(seed);
  }

  /** The photos: people at rest, and those who smile. */
  List<ShownAndRest> photographed() {
    return people.stream()
        .flatMap(person ->
            Stream.of(person.rest(), person.smile())
                .filter(shape -> shape != null)
                .map(shape -> sample(shape, person)))
        .toList();
  }

  /** Faces that nobody photographed. */
  List<ShownAndRest> generated(int count) {
    List<ShownAndRest> samples = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      KnownPerson person = any(people);
      float[] shape = person.rest().clone();
      double kind = random.nextDouble();
      if (kind > RESTING + SMILING) {
        addActs(shape);
      } else if (kind > RESTING) {
        addSmile(shape, any(smiling));
      }
      samples.add(sample(shape, person));
    }
    return samples;
  }

  private ShownAndRest sample(float[] shape, KnownPerson person) {
    return new ShownAndRest(encoder.coefficients(shape), encoder.coefficients(person.rest()));
  }

  private KnownPerson any(List<KnownPerson> from) {
    return from.get(random.nextInt(from.size()));
  }

  private void addSmile(float[] shape, KnownPerson other) {
    float[] smile = other.smile();
    if (smile == null) {
      throw new IllegalArgumentException(other.name() + " does not smile");
    }
    double amount = 0.2 + 1.1 * random.nextDouble();
    for (int i = 0; i < shape.length; i++) {
      shape[i] += (float) (amount * (smile[i] - other.rest()[i]));
    }
  }

  private void addActs(float[] shape) {
    float[] coefficients = new float[Blendshape.COUNT];
    boolean swap = random.nextBoolean();
    for (int left = 1 + random.nextInt(3); left > 0; left--) {
      double amount = 0.5 + 1.1 * random.nextDouble();
      for (Blendshape each : ACTS[random.nextInt(ACTS.length)].shapes()) {
        Blendshape moved = swap ? each.mirrored() : each;
        coefficients[moved.ordinal()] += (float) (amount * (0.8 + 0.4 * random.nextDouble()));
      }
    }
    model.addFields(coefficients, shape);
  }
}
