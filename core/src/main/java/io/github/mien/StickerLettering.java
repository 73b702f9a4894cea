package io.github.mien;

import io.github.mien.image.Image;
import io.github.mien.image.Rect;
import io.github.mien.meme.Caption;
import io.github.mien.meme.CaptionFonts;
import io.github.mien.meme.CaptionPainter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The texts of a sticker. Fonts are looked for when there is something to write, and once.
 * Immutable and thread-safe.
 */
final class StickerLettering {
  static final StickerLettering NONE = new StickerLettering(List.of(), null);

  private final List<Caption> captions;
  private final @Nullable CaptionFonts fonts;
  private @Nullable CaptionPainter painter;

  private StickerLettering(List<Caption> captions, @Nullable CaptionFonts fonts) {
    this.captions = List.copyOf(captions);
    this.fonts = fonts;
  }

  StickerLettering with(Caption caption) {
    List<Caption> more = new ArrayList<>(captions);
    more.add(caption);
    return new StickerLettering(more, fonts);
  }

  StickerLettering with(CaptionFonts own) {
    return new StickerLettering(captions, own);
  }

  void draw(Image picture, List<Rect> clear) {
    if (!captions.isEmpty()) {
      painter().draw(picture, captions, clear);
    }
  }

  private synchronized CaptionPainter painter() {
    CaptionPainter known = painter;
    if (known == null) {
      known = new CaptionPainter(fonts == null ? CaptionFonts.discover() : fonts);
      painter = known;
    }
    return known;
  }
}
