package io.github.mien.training.matte;

import io.github.mien.image.Image;
import io.github.mien.training.net.Parameters;
import io.github.mien.training.synth.Chance;
import java.util.ArrayList;
import java.util.List;

/** Measures a network in training on people and scenes that it never saw. */
final class MatteScore {
  private static final int EACH = 3;

  private final List<ComposedPerson> pictures;

  /**
   * @param people validation portraits
   * @param scenes held out
   */
  MatteScore(List<Person> people, List<Image> scenes) {
    pictures = pictures(people, scenes);
  }

  /** Each person before several things. */
  static List<ComposedPerson> pictures(List<Person> people, List<Image> scenes) {
    List<ComposedPerson> pictures = new ArrayList<>();
    MatteSamples samples = new MatteSamples(people, List.of(), scenes, 5);
    Chance chance = Chance.of(5);
    for (Person person : people) {
      for (int i = 0; i < EACH; i++) {
        pictures.add(samples.compose(person, Figure.Place.EXACT, chance));
      }
    }
    return pictures;
  }

  String measure(Parameters parameters) {
    MatteError error = new MatteError();
    for (ComposedPerson one : pictures) {
      error.add(MatteNet.NET.find(parameters, one.picture()), one.alpha(), MatteBatch.SIDE);
    }
    return error.toString();
  }
}
