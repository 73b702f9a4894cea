package io.github.mien.training.occlusion;

import io.github.mien.face.FaceCrop;
import io.github.mien.face.Landmarks;
import io.github.mien.training.data.Complexion;
import io.github.mien.training.data.EvenComplexions;
import io.github.mien.training.data.LabelledPhoto;
import io.github.mien.training.data.Mirror;
import io.github.mien.training.synth.Chance;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Photos from which faces are cut, a little off, larger or smaller, half of them mirrored. */
final class CroppedPortraits {
  private static final double SMALLEST = 0.85;
  private static final double LARGEST = 1.2;
  private static final double SHIFT = 0.06;
  private static final double TURN = 0.15;

  private final List<Portrait> portraits = new ArrayList<>();
  private final Mirror mirror;
  private EvenComplexions<Portrait> even;

  CroppedPortraits(List<LabelledPhoto> photos) throws IOException {
    for (LabelledPhoto photo : photos) {
      portraits.add(Portrait.read(photo));
    }
    mirror = Mirror.of(photos);
    even = even(portraits);
  }

  private static EvenComplexions<Portrait> even(List<Portrait> portraits) {
    return new EvenComplexions<>(portraits, p -> Complexion.of(p.picture(), p.points()));
  }

  /** Adds faces to those that are drawn from. */
  void add(List<Portrait> more) {
    portraits.addAll(more);
    even = even(portraits);
  }

  List<Portrait> all() {
    return List.copyOf(portraits);
  }

  /** A share of the faces, as the pipeline cuts them. */
  List<AlignedFace> some(double share, Chance chance) {
    List<AlignedFace> some = new ArrayList<>();
    for (Portrait portrait : portraits) {
      if (some.isEmpty() || chance.is(share)) {
        some.add(portrait.aligned());
      }
    }
    return some;
  }

  /** One of them. */
  Portrait pick(Chance chance) {
    return even.pick(chance.random());
  }

  /** A face cut out of one of them. */
  AlignedFace any(Chance chance) {
    return cut(pick(chance), chance);
  }

  /** A face cut out of a portrait. */
  AlignedFace cut(Portrait portrait, Chance chance) {
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
    return new AlignedFace(face.picture().mirrored(), Landmarks.of(xyz));
  }
}
