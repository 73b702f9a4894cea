package io.github.mien;

/** A picture whose largest face has too few pixels to work on. */
public final class FaceTooSmallException extends UnusableFaceException {
  private static final long serialVersionUID = 1L;

  /**
   * @param role what the picture was for
   * @param pixels the shorter side of the face's box
   * @param needed what it should be at least
   */
  public FaceTooSmallException(Role role, int pixels, int needed) {
    super(
        role,
        "the face in the %s picture is %d pixels across, at least %d are needed; use a larger or closer photo"
            .formatted(role.label(), pixels, needed));
  }
}
