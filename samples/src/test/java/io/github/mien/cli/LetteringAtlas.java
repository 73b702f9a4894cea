package io.github.mien.cli;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.StringJoiner;
import javax.imageio.ImageIO;

/**
 * Makes the resources of {@link Lettering}: a strip of the printable ASCII characters and their
 * advances. Arguments: a TrueType file (DejaVu Sans was used) and the folder to write to.
 */
final class LetteringAtlas {
  private LetteringAtlas() {}

  public static void main(String... args) throws Exception {
    Font font = Font.createFont(Font.TRUETYPE_FONT, Path.of(args[0]).toFile()).deriveFont(27f);
    int cell = 40;
    int glyphs = Lettering.LAST - Lettering.FIRST + 1;
    BufferedImage strip =
        new BufferedImage(cell * glyphs, Lettering.HEIGHT, BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D graphics = strip.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    graphics.setFont(font);
    graphics.setColor(Color.WHITE);
    FontMetrics metrics = graphics.getFontMetrics();
    StringJoiner advances = new StringJoiner(" ");
    int x = 0;
    for (char c = Lettering.FIRST; c <= Lettering.LAST; c++) {
      graphics.drawString(String.valueOf(c), x, 24);
      advances.add(String.valueOf(metrics.charWidth(c)));
      x += metrics.charWidth(c);
    }
    Path folder = Path.of(args[1]);
    ImageIO.write(
        strip.getSubimage(0, 0, x, Lettering.HEIGHT),
        "png",
        folder.resolve("lettering.png").toFile());
    Files.writeString(folder.resolve("lettering.txt"), advances + "\n");
  }
}
