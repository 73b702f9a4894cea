package io.github.mien.fonts;

import io.github.mien.image.Image;
import io.github.mien.meme.Caption;
import io.github.mien.meme.CaptionFonts;
import io.github.mien.meme.CaptionPainter;
import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.zip.CRC32;

/** Prints a sum of the pixels of captions in many scripts, then whether AWT can open a font. */
final class CaptionPrint {
  private CaptionPrint() {}

  public static void main(String[] args) {
    System.out.println(of());
    try (InputStream font = BundledFonts.class.getResourceAsStream("anton.ttf")) {
      Font.createFont(Font.TRUETYPE_FONT, font).canDisplay('a');
      System.out.println("AWT opened a font");
    } catch (FontFormatException
        | IOException
        | RuntimeException
        | LinkageError
        | InternalError e) {
      // Which of them depends on the JDK's version.
      System.out.println("no AWT font: " + e);
    }
  }

  /** A sum of all pixels, and how many were drawn on. */
  static String of() {
    Image image = Image.create(640, 640, 3);
    List<Caption> captions =
        List.of(
            Caption.top("When it works 😂"),
            Caption.top("我太难了"),
            Caption.bottom("今日は仕事に行きたくない"),
            Caption.bottom("오늘은 정말 일하기 싫어요"),
            Caption.bottom("أنا لا أريد العمل اليوم"));
    new CaptionPainter(CaptionFonts.discover()).draw(image, captions, List.of());
    CRC32 sum = new CRC32();
    sum.update(image.data());
    int drawn = 0;
    for (byte value : image.data()) {
      drawn += value == 0 ? 0 : 1;
    }
    return Long.toHexString(sum.getValue()) + ", " + drawn + " values drawn";
  }
}
