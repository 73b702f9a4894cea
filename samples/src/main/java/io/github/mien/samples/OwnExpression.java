package io.github.mien.samples;

import io.github.mien.Mien;
import io.github.mien.Target;
import io.github.mien.expression.Blendshape;
import io.github.mien.expression.Expression;
import io.github.mien.expression.Performance;
import io.github.mien.image.io.Images;
import io.github.mien.transfer.TransferOptions;
import java.nio.file.Path;

/** An expression that no photo shows, from coefficients: TARGET OUT. */
public final class OwnExpression {
  private OwnExpression() {}

  /** Runs it. */
  public static void main(String[] args) throws Exception {
    Path portrait = Path.of(args[0]), out = Path.of(args[1]);
    try (Mien mien = Mien.create()) {
      // README: own expression
      Expression wink =
          Expression.NEUTRAL
              .with(Blendshape.EYE_BLINK_LEFT, 0.9)
              .with(Blendshape.MOUTH_SMILE_LEFT, 0.6);
      Target target = mien.target(Images.read(portrait));
      target.show(Performance.authored(wink), TransferOptions.DEFAULT).write(out);
      // README: end
    }
  }
}
