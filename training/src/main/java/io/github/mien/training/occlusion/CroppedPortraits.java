package io.github.mien.training.occlusion;

import io.github.mien.face.FaceCrop;
import io.github.mien.face.Landmarks;
import io.github.mien.image.Image;
import io.github.mien.training.data.Complexion;
import io.github.mien.training.data.EvenComplexions;
import io.github.mien.training.data.LabelledPhoto;
import io.github.mien.training.data.Mirror;
import io.github.mien.training.synth.Chance;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

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

  /** Puts others in the place of all. */
  void replace(UnaryOperator<Portrait> by) {
    portraits.replaceAll(by);
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
    return cut(place(pick(chance), chance));
  }

  /** Where a face is cut out of a portrait, and whether it is mirrored then. */
  record Place(Portrait portrait, FaceCrop crop, boolean mirrored) {}

  /** Somewhere near where the pipeline would cut. */
  Place place(Portrait portrait, Chance chance) {
    FaceCrop crop = FaceCrop.of(portrait.points());
    double side = crop.side() * chance.logBetween(SMALLEST, LARGEST);
    FaceCrop near =
        new FaceCrop(
            crop.centerX() + side * chance.between(-SHIFT, SHIFT),
            crop.centerY() + side * chance.between(-SHIFT, SHIFT),
            side,
            crop.angle() + chance.between(-TURN, TURN));
    return new Place(portrait, near, chance.is(0.5));
  }

  /** A face cut out of a portrait. */
  AlignedFace cut(Place place) {
    return cut(place, place.portrait().picture());
  }

  /** What the photo itself shows in front of the face cut out there, 0..1 for each pixel. */
  float[] own(Place place) {
    float[] shares = new float[AlignedFace.PIXELS];
    Image own = place.portrait().own();
    if (own != null) {
      byte[] grey = cut(place, own).picture().data();
      for (int i = 0; i < shares.length; i++) {
        shares[i] = (grey[3 * i] & 0xff) / 255f;
      }
    }
    return shares;
  }

  private AlignedFace cut(Place place, Image picture) {
    AlignedFace face = AlignedFace.cut(picture, place.portrait().points(), place.crop());
    return place.mirrored() ? mirrored(face) : face;
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
