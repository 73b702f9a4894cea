package io.github.mien.training.occlusion;

import io.github.mien.face.FaceCrop;
import io.github.mien.face.Landmarks;
import io.github.mien.image.Image;
import io.github.mien.training.data.Complexion;
import io.github.mien.training.data.EvenComplexions;
import io.github.mien.training.data.LabelledPhoto;
import io.github.mien.training.data.Mirror;
import io.github.mien.training.synth.Appearance;
import io.github.mien.training.synth.Chance;
import io.github.mien.training.synth.FaceMixer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes faces with and without things in front: portraits and mixtures of them with other
 * expressions, a little off, in any light. Reproducible from the seed.
 */
final class OccludedFaces {
  private static final double OCCLUDED = 0.62;
  private static final double TWO = 0.25;
  private static final double SHADOW_ALONE = 0.15;
  private static final double SMALLEST = 0.85;
  private static final double LARGEST = 1.2;
  private static final double SHIFT = 0.06;
  private static final double TURN = 0.15;

  private final List<Portrait> portraits = new ArrayList<>();
  private final EvenComplexions<Portrait> faces;
  private final Mirror mirror;
  private final Things things;
  private final Appearance appearance;
  private final long seed;

  /**
   * @param photos to learn from
   * @param scenes photos without people
   * @param mixtures how many more faces to make of them
   */
  OccludedFaces(List<LabelledPhoto> photos, List<Image> scenes, int mixtures, long seed)
      throws IOException {
    this.seed = seed;
    Chance chance = Chance.of(seed);
    List<AlignedFace> skins = new ArrayList<>();
    for (LabelledPhoto photo : photos) {
      Portrait portrait = Portrait.read(photo);
      portraits.add(portrait);
      if (chance.is(0.25)) {
        skins.add(portrait.aligned());
      }
    }
    mirror = Mirror.of(photos);
    things = Things.learnt(scenes, skins, chance);
    appearance = new Appearance(scenes);
    mix(scenes, mixtures, chance);
    faces = new EvenComplexions<>(portraits, p -> Complexion.of(p.picture(), p.points()));
  }

  private void mix(List<Image> scenes, int count, Chance chance) {
    FaceMixer mixer =
        new FaceMixer(
            portraits.stream()
                .map(p -> new FaceMixer.Portrait(p.picture(), p.points()))
                .toList(),
            scenes);
    List<Portrait> mixed = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      FaceMixer.Portrait made = mixer.make(chance.random());
      mixed.add(new Portrait(made.picture(), made.landmarks(), false));
    }
    portraits.addAll(mixed);
  }

  int count() {
    return portraits.size();
  }

  /** The batch of a number. */
  VisibilityBatch batch(long number, int size) {
    Chance chance = Chance.of(seed * 1_000_003 + number);
    VisibilityBatch batch = VisibilityBatch.empty(size);
    for (int i = 0; i < size; i++) {
      Portrait portrait = faces.pick(chance.random());
      OccludedFace face = occluded(cut(portrait, chance), chance);
      Image small = appearance.applyLight(face.half(), chance.random());
      face.write(small, portrait.bare(), batch, i);
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

  private AlignedFace cut(Portrait portrait, Chance chance) {
    FaceCrop crop = FaceCrop.of(portrait.points());
    double side = crop.side() * chance.logBetween(SMALLEST, LARGEST);
    AlignedFace face =
        AlignedFace.cut(
            portrait.picture(),
            portrait.points(),
            new FaceCrop(
                crop.centerX() + side * chance.between(-SHIFT, SHIFT),
                crop.centerY() + side * chance.between(-SHIFT, SHIFT),
                side,
                crop.angle() + chance.between(-TURN, TURN)));
    return chance.is(0.5) ? mirrored(face) : face;
  }

  private AlignedFace mirrored(AlignedFace face) {
    float[] xyz = new float[3 * Landmarks.COUNT];
    for (int i = 0; i < Landmarks.COUNT; i++) {
      int other = mirror.of(i);
      xyz[3 * i] = AlignedFace.SIDE - 1 - face.points().x(other);
      xyz[3 * i + 1] = face.points().y(other);
      xyz[3 * i + 2] = face.points().z(other);
    }
    return new AlignedFace(Mirror.image(face.picture()), Landmarks.of(xyz));
  }
}
