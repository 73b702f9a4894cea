package io.github.mien;

import io.github.mien.face.Face;
import io.github.mien.image.Image;
import io.github.mien.meme.Marks;
import java.util.List;

/** What an application asks before faces are changed, and how results say that they were. */
record ResponsibleUse(ConsentPolicy consent, Marks marks) {
  static final ResponsibleUse DEFAULT = new ResponsibleUse(ConsentPolicy.NONE, Marks.DEFAULT);

  void requireConsent(Role role, Image image, List<Face> faces) {
    Consent decision =
        consent.decide(new ConsentRequest(role, image.width(), image.height(), faces));
    if (!decision.given()) {
      throw new ConsentRefusedException(role, decision.reason());
    }
  }
}
