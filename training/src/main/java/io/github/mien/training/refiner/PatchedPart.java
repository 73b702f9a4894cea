package io.github.mien.training.refiner;

import io.github.mien.face.FacePatch;
import java.util.List;
import java.util.Locale;

/** A part of the face with a network of its own, and the patches that it sees. */
enum PatchedPart {
  EYES(FacePatch.RIGHT_EYE, FacePatch.LEFT_EYE),
  MOUTH(FacePatch.MOUTH, FacePatch.MIRRORED_MOUTH);

  private final List<FacePatch> patches;

  PatchedPart(FacePatch... patches) {
    this.patches = List.of(patches);
  }

  /** One as it is, one mirrored. */
  List<FacePatch> patches() {
    return patches;
  }

  /** Points that are read in each. */
  int points() {
    return patches.get(0).points().length;
  }

  PatchNet net() {
    return new PatchNet(points());
  }

  /** Name of the model. */
  String model() {
    return "landmarker-" + name().toLowerCase(Locale.ROOT);
  }
}
