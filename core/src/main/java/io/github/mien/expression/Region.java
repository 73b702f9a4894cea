package io.github.mien.expression;

/** Parts of the face that a transfer can be limited to. */
public enum Region {
  /** Lips, cheeks and nose. */
  MOUTH,
  /** Lids and gaze. */
  EYES,
  /** Brows. */
  BROWS,
  /** Jaw. */
  JAW
}
