package io.github.mien.training.matte;

import io.github.mien.image.Image;
import io.github.mien.image.ImageKernels;
import io.github.mien.training.synth.Appearance;
import io.github.mien.training.synth.Chance;
import java.util.List;

/** People before anything, in any light. Reproducible from the seed. */
final class MatteSamples {
  private static final double COMPANY = 0.15;

  private static final double TAUGHT = 0.6;
  private static final double IN_PHOTO = 0.5;

  private final List<Person> people;
  private final List<Person> taught;
  private final List<Image> scenes;
  private final Surroundings surroundings;
  private final Appearance appearance;
  private final long seed;

  /**
   * @param people keyed
   * @param taught whose mattes are those of an earlier network
   * @param scenes photos without people
   */
  MatteSamples(List<Person> people, List<Person> taught, List<Image> scenes, long seed) {
    this.people = List.copyOf(people);
    this.taught = List.copyOf(taught);
    this.scenes = List.copyOf(scenes);
    this.surroundings = new Surroundings(scenes);
    this.appearance = new Appearance(scenes);
    this.seed = seed;
  }

  /** The batch of a number. */
  MatteBatch batch(long number, int size) {
    Chance chance = Chance.of(seed * 1_000_003 + number);
    MatteBatch batch = MatteBatch.empty(size);
    for (int i = 0; i < size; i++) {
      ComposedPerson one = any(Figure.Place.near(chance), chance);
      one.write(appearance.applyLight(one.picture(), chance.random()), batch, i);
    }
    return batch;
  }

  private ComposedPerson any(Figure.Place place, Chance chance) {
    if (taught.isEmpty() || !chance.is(TAUGHT)) {
      return compose(chance.pick(people), place, chance);
    }
    Person person = chance.pick(taught);
    return chance.is(IN_PHOTO) ? inPhoto(person, place, chance) : compose(person, place, chance);
  }

  private ComposedPerson inPhoto(Person person, Figure.Place place, Chance chance) {
    Image photo = Image.create(Figure.SIDE, Figure.SIDE, 3);
    ImageKernels.java().warp(person.photo(), place.toPerson(person), photo);
    Garment garment = Garment.any(person, scenes, chance);
    return ComposedPerson.inPhoto(Figure.inPhoto(person, garment, place), photo);
  }

  /** One person before something. */
  ComposedPerson compose(Person person, Figure.Place place, Chance chance) {
    Image behind = Image.create(Figure.SIDE, Figure.SIDE, 3);
    surroundings.paint(behind, chance);
    if (chance.is(COMPANY)) {
      Figure other = figure(chance.pick(people), aside(chance), chance);
      other.over(behind);
    }
    return ComposedPerson.of(figure(person, place, chance), behind);
  }

  private Figure figure(Person person, Figure.Place place, Chance chance) {
    Figure figure = Figure.draw(person, Garment.any(person, scenes, chance), place, chance);
    if (chance.is(0.7)) {
      figure.relight(chance);
    }
    return figure;
  }

  /** Somebody else further back. */
  private static Figure.Place aside(Chance chance) {
    double side = chance.is(0.5) ? 1 : -1;
    return new Figure.Place(
        chance.between(1, 2.2),
        chance.between(-0.2, 0.2),
        side * chance.between(0.3, 0.6),
        chance.between(-0.3, 0.3),
        chance.is(0.5));
  }
}
