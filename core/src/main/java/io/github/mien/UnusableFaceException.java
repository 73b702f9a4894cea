package io.github.mien;

import io.github.mien.error.MienException;

/** A picture that holds no face to work with. */
public abstract sealed class UnusableFaceException extends MienException
    permits NoFaceException, FaceTooSmallException {
  private static final long serialVersionUID = 1L;

  private final Role role;

  UnusableFaceException(Role role, String message) {
    super(message);
    this.role = role;
  }

  /** Which of the pictures it is. */
  public Role role() {
    return role;
  }
}
