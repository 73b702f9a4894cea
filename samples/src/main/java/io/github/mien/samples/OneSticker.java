package io.github.mien.samples;

import io.github.mien.Mien;
import io.github.mien.meme.Sticker;
import io.github.mien.meme.StickerFormat;
import java.io.IOException;
import java.nio.file.Path;

/** A moving sticker in one chain. Arguments: photo, file of the sticker. */
public final class OneSticker {
  private OneSticker() {}

  /** Makes it and says what it took. */
  public static void main(String[] args) throws IOException {
    Path photo = Path.of(args[0]);
    Path file = Path.of(args[1]);
    try (Mien mien = Mien.create()) {
      // README: one sticker
      Sticker sticker =
          mien.sticker(photo)
              .preset("laugh")
              .strength(0.9)
              .caption("我太难了")
              .format(StickerFormat.WECHAT)
              .write(file);
      // README: end
      System.out.println(sticker.bytes().length + " bytes, " + sticker.settings());
    }
  }
}
