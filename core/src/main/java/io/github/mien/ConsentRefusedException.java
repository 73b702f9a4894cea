package io.github.mien;

import io.github.mien.error.MienException;

/** The application's {@link ConsentPolicy} refused a picture. No pixel was painted. */
public final class ConsentRefusedException extends MienException {
  private static final long serialVersionUID = 1L;

  private final Role role;

  /**
   * @param role what the picture was for
   * @param reason the policy's own
   */
  public ConsentRefusedException(Role role, String reason) {
    super("the " + role.label() + " picture may not be used: " + reason);
    this.role = role;
  }

  /** What the refused picture was for. */
  public Role role() {
    return role;
  }
}
