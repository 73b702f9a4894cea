package io.github.mien;

/**
 * Asked before any pixel of a face is painted, so that an application can refuse, or keep a record.
 * It learns where faces are, not whose they are: whose photo it is, the application knows.
 */
@FunctionalInterface
public interface ConsentPolicy {
  /** Never refuses. */
  ConsentPolicy NONE = request -> Consent.GIVEN;

  /**
   * Decides on one picture. A target is asked for before each change of its face; where the
   * expression comes from a photo, that one is asked for too, before the target; of a film that
   * {@link Mien#follow} reads, each frame in which a face comes in.
   *
   * @param request what is about to be done; not to be kept longer than needed, since faces are
   *     personal data
   * @return whether to go on
   */
  Consent decide(ConsentRequest request);
}
