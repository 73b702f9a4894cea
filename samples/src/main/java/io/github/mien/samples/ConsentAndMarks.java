package io.github.mien.samples;

import io.github.mien.Consent;
import io.github.mien.ConsentPolicy;
import io.github.mien.Mien;
import io.github.mien.Role;
import io.github.mien.meme.CornerLabel;
import io.github.mien.meme.Marks;
import java.nio.file.Path;

/** Asks before a face is changed, and says afterwards that it was: SOURCE TARGET OUT. */
public final class ConsentAndMarks {
  private ConsentAndMarks() {}

  /** Runs it. */
  public static void main(String[] args) throws Exception {
    Path source = Path.of(args[0]), target = Path.of(args[1]), out = Path.of(args[2]);
    // README: consent and marks
    ConsentPolicy policy =
        request ->
            request.role() == Role.TARGET && request.faces().size() > 1
                ? Consent.refused("ask everybody in the picture first")
                : Consent.GIVEN;
    Marks marks = Marks.DEFAULT.withWatermark().withLabel(CornerLabel.AI);
    try (Mien mien = Mien.builder().consent(policy).marks(marks).build()) {
      mien.transfer(source, target).write(out);
    }
    // README: end
  }
}
