package io.github.mien.training.landmarker;

import java.util.List;

/** Which coefficient is which in the mirror: names ending in Left and Right swap. */
final class CoefficientMirror {
  private final int[] partners;

  CoefficientMirror(List<String> names) {
    partners = new int[names.size()];
    for (int i = 0; i < partners.length; i++) {
      String name = names.get(i);
      String partner =
          name.endsWith("Left")
              ? name.substring(0, name.length() - 4) + "Right"
              : name.endsWith("Right") ? name.substring(0, name.length() - 5) + "Left" : name;
      partners[i] = names.indexOf(partner);
      if (partners[i] < 0) {
        throw new IllegalArgumentException("there is no " + partner + " beside " + name);
      }
    }
  }

  int of(int coefficient) {
    return partners[coefficient];
  }
}
