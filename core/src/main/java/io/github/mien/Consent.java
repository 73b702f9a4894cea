package io.github.mien;

/**
 * What a {@link ConsentPolicy} decides. To log and go on, a policy logs and returns {@link #GIVEN}.
 *
 * @param given whether the picture may be used
 * @param reason why not; empty where it may
 */
public record Consent(boolean given, String reason) {
  /** The picture may be used. */
  public static final Consent GIVEN = new Consent(true, "");

  /**
   * The picture may not be used.
   *
   * @param reason a sentence for the person who asked, without names
   */
  public static Consent refused(String reason) {
    return new Consent(false, reason);
  }
}
