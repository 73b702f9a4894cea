package io.github.mien.samples;

import io.github.mien.Mien;
import io.github.mien.image.Image;
import io.github.mien.image.Rect;
import io.github.mien.image.io.Images;
import io.github.mien.meme.Caption;
import io.github.mien.meme.CaptionFonts;
import io.github.mien.meme.CaptionPainter;
import io.github.mien.meme.DrawnCaption;
import java.nio.file.Path;
import java.util.List;

/** Writes on a photo, off its faces: PHOTO OUT. */
public final class Captions {
  private Captions() {}

  /** Runs it. */
  public static void main(String[] args) throws Exception {
    Path portrait = Path.of(args[0]);
    Path out = Path.of(args[1]);
    // README: captions
    CaptionPainter painter = new CaptionPainter(CaptionFonts.discover());
    try (Mien mien = Mien.create()) {
      Image photo = Images.read(portrait);
      List<Rect> faces =
          mien.align(photo).stream().map(face -> face.detection().box().pixels()).toList();
      List<Caption> captions = List.of(Caption.top("When it compiles"), Caption.bottom("我太难了 😂"));
      for (DrawnCaption drawn : painter.draw(photo, captions, faces)) {
        System.out.println(drawn.lines() + " lacks " + drawn.missing());
      }
      Images.write(photo, out);
    }
    // README: end
  }
}
