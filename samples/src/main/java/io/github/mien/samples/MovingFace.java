package io.github.mien.samples;

import io.github.mien.Mien;
import io.github.mien.Target;
import io.github.mien.expression.ExpressionCurve;
import io.github.mien.expression.Presets;
import io.github.mien.image.Animation;
import io.github.mien.image.io.Animations;
import io.github.mien.image.io.Images;
import io.github.mien.meme.StickerFormat;
import io.github.mien.transfer.TransferOptions;
import java.nio.file.Path;

/** A face that laughs, as a GIF and as a sticker: TARGET GIF STICKER. */
public final class MovingFace {
  private MovingFace() {}

  /** Runs it. */
  public static void main(String[] args) throws Exception {
    Path portrait = Path.of(args[0]), gif = Path.of(args[1]), sticker = Path.of(args[2]);
    try (Mien mien = Mien.create()) {
      // README: moving face
      ExpressionCurve laugh =
          ExpressionCurve.swell(Presets.embedded().get("laugh").expression(), 1.6)
              .withBlink(1.2)
              .withNod(3, 1);
      Target target = mien.target(Images.read(portrait));
      Animation moving = target.animate(laugh, TransferOptions.DEFAULT, 20);
      Animations.write(moving, gif);
      StickerFormat.WECHAT.encode(moving).write(sticker);
      // README: end
    }
  }
}
