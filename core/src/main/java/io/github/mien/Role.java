package io.github.mien;

/** What a picture is for. */
public enum Role {
  /** Its expression is taken. */
  SOURCE("source"),
  /** The source's person at rest. */
  SOURCE_NEUTRAL("source-neutral"),
  /** Its face is changed. */
  TARGET("target");

  private final String label;

  Role(String label) {
    this.label = label;
  }

  /** As options and messages write it. */
  public String label() {
    return label;
  }
}
