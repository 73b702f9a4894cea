package io.github.mien;

/** A step of the pipeline whose time is reported. */
public enum Stage {
  /** Faces and their landmarks found in a picture. */
  ALIGN,
  /** The expression read from the landmarks. */
  ENCODE,
  /** The motion of the target's landmarks decided. */
  TRANSFER,
  /** The pixels of the face moved. */
  RECONSTRUCT
}
