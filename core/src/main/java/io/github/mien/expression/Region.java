package io.github.mien.expression;

import java.util.Locale;

/** Parts of the face that a transfer can be limited to. */
public enum Region {
  /** Lips, cheeks and nose. */
  MOUTH,
  /** Lids and gaze. */
  EYES,
  /** Brows. */
  BROWS,
  /** Jaw. */
  JAW;

  /** As options and reports write it, such as {@code mouth}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
