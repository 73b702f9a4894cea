package io.github.mien;

/** A picture in which no face was found. */
public final class NoFaceException extends UnusableFaceException {
  private static final long serialVersionUID = 1L;

  /**
   * @param role what the picture was for
   */
  public NoFaceException(Role role) {
    super(
        role,
        "no face found in the "
            + role.label()
            + " picture; use a photo in which a face is seen from the front, not covered, and"
            + " large enough");
  }
}
