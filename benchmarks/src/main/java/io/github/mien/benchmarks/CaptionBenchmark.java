package io.github.mien.benchmarks;

import io.github.mien.image.Image;
import io.github.mien.image.Rect;
import io.github.mien.image.io.Images;
import io.github.mien.meme.Caption;
import io.github.mien.meme.CaptionFonts;
import io.github.mien.meme.CaptionPainter;
import io.github.mien.meme.CaptionStyle;
import io.github.mien.meme.DrawnCaption;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.font.GlyphVector;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A caption on a picture of 640 x 640 pixels, one thread: with layout around a face, outline and
 * shadow by Mien; one line in a size that is known by Java2D, which needs an installed font: bare
 * by {@code drawString}, and with an outline.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(3)
public class CaptionBenchmark {
  private static final int SIDE = 640;
  private static final Rect FACE = new Rect(170, 150, 300, 380);

  private static final String ENGLISH = "When it compiles";
  private static final String CHINESE = "我太难了";

  private CaptionPainter painter;
  private Image photo;
  private Image captioned;
  private BufferedImage drawn;
  private Font font;
  private BasicStroke outline;
  private int baseline;

  @Setup
  public void load() {
    painter = new CaptionPainter(CaptionFonts.discover());
    photo = Portraits.square("older-man.jpg", SIDE);
    captioned = photo.copy();
    drawn = Images.toBufferedImage(photo);
    DrawnCaption caption =
        painter.draw(captioned, List.of(Caption.top(ENGLISH)), List.of(FACE)).get(0);
    font = new Font(Font.SANS_SERIF, Font.BOLD, (int) Math.round(caption.size()));
    baseline = caption.area().bottom();
    float width = (float) (2 * CaptionStyle.MEME.outline() * caption.size());
    outline = new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
  }

  @Benchmark
  public Image mien() {
    return caption(ENGLISH);
  }

  @Benchmark
  public Image mienInChinese() {
    return caption(CHINESE);
  }

  private Image caption(String text) {
    photo.copyTo(captioned);
    painter.draw(captioned, List.of(Caption.top(text)), List.of(FACE));
    return captioned;
  }

  @Benchmark
  public BufferedImage java2dDrawString() {
    Graphics2D graphics = drawn.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    graphics.setFont(font);
    graphics.setColor(Color.WHITE);
    FontMetrics metrics = graphics.getFontMetrics();
    graphics.drawString(ENGLISH, (SIDE - metrics.stringWidth(ENGLISH)) / 2, baseline);
    graphics.dispose();
    return drawn;
  }

  @Benchmark
  public BufferedImage java2dOutlined() {
    Graphics2D graphics = drawn.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    GlyphVector glyphs = font.createGlyphVector(graphics.getFontRenderContext(), ENGLISH);
    double width = glyphs.getLogicalBounds().getWidth();
    Shape letters = glyphs.getOutline((float) (SIDE - width) / 2, baseline);
    graphics.setStroke(outline);
    graphics.setColor(Color.BLACK);
    graphics.draw(letters);
    graphics.setColor(Color.WHITE);
    graphics.fill(letters);
    graphics.dispose();
    return drawn;
  }
}
