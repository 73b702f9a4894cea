package io.github.mien.training.occlusion;

import io.github.mien.image.Image;
import io.github.mien.training.data.LabelledPhoto;
import io.github.mien.training.synth.Appearance;
import io.github.mien.training.synth.Chance;
import io.github.mien.training.synth.FaceMixer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes faces with and without things in front: portraits and mixtures of them with other
 * expressions, a little off, in any light. Reproducible from the seed.
 */
final class OccludedFaces {
  private static final double OCCLUDED = 0.62;
  private static final double TWO = 0.25;
  private static final double SHADOW_ALONE = 0.15;

  private final CroppedPortraits portraits;
  private final Things things;
  private final Appearance appearance;
  private final long seed;

  /**
   * @param photos to learn from
   * @param scenes photos without people
   * @param mixtures how many more faces to make of them
   * @param own looks at what they themselves show in front of faces; null to leave that in doubt
   */
  OccludedFaces(
      List<LabelledPhoto> photos,
      List<Image> scenes,
      int mixtures,
      @Nullable OwnOccluders own,
      long seed)
      throws IOException {
    this.seed = seed;
    Chance chance = Chance.of(seed);
    portraits = new CroppedPortraits(photos);
    things = Things.learnt(scenes, portraits.some(0.25, chance), chance);
    appearance = new Appearance(scenes);
    portraits.add(mixed(scenes, mixtures, chance));
    if (own != null) {
      portraits.replace(own::seenIn);
    }
  }

  private List<Portrait> mixed(List<Image> scenes, int count, Chance chance) {
    FaceMixer mixer =
        new FaceMixer(
            portraits.all().stream()
                .map(p -> new FaceMixer.Portrait(p.picture(), p.points()))
                .toList(),
            scenes);
    List<Portrait> mixed = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      FaceMixer.Portrait made = mixer.make(chance.random());
      mixed.add(new Portrait(made.picture(), made.landmarks(), false, null));
    }
    return mixed;
  }

  /** The batch of a number. */
  VisibilityBatch batch(long number, int size) {
    Chance chance = Chance.of(seed * 1_000_003 + number);
    VisibilityBatch batch = VisibilityBatch.empty(size);
    for (int i = 0; i < size; i++) {
      CroppedPortraits.Place place = portraits.place(portraits.pick(chance), chance);
      OccludedFace face = occluded(portraits.cut(place), chance);
      Image small = appearance.applyLight(face.small(), chance.random());
      face.write(small, place.portrait().bare(), portraits.own(place), batch, i);
    }
    return batch;
  }

  private OccludedFace occluded(AlignedFace face, Chance chance) {
    if (chance.is(OCCLUDED)) {
      OccludedFace one = OccludedFace.behind(things.any(chance), face, chance);
      return chance.is(TWO) ? one.and(things.any(chance), chance) : one;
    }
    return chance.is(SHADOW_ALONE)
        ? OccludedFace.shadowed(things.any(chance), face, chance)
        : OccludedFace.bare(face);
  }
}
