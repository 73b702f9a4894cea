package io.github.mien.meme;

import io.github.mien.image.Image;
import io.github.mien.image.Rect;
import io.github.mien.meme.Cluster.PlacedGlyph;
import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The outlines of a caption in the picture's pixels, and how they are drawn. */
final class TextLayer {
  /** Pictographs are dark at their rims already. */
  private static final double PICTOGRAPH_OUTLINE = 0.5;

  private static final double SHADOW_OPACITY = 0.6;

  private final Path2D letters = new Path2D.Double(Path2D.WIND_NON_ZERO);
  private final Path2D pictographs = new Path2D.Double(Path2D.WIND_NON_ZERO);
  private final List<GlyphShape.Layer> colours = new ArrayList<>();
  private final CaptionStyle style;
  private final double size;
  private @Nullable Rectangle2D covered;

  /**
   * @param size pixels of an em
   */
  TextLayer(CaptionStyle style, double size) {
    this.style = style;
    this.size = size;
  }

  /**
   * Adds a line.
   *
   * @param x of its left end
   * @param y of its baseline
   */
  void add(TextFlow.Line line, double x, double y) {
    double pen = x;
    for (Cluster cluster : line.clusters()) {
      for (PlacedGlyph glyph : cluster.glyphs()) {
        AffineTransform placed =
            AffineTransform.getTranslateInstance(pen + glyph.x() * size, y + glyph.y() * size);
        placed.scale(size, size);
        add(glyph.shape(), placed);
      }
      pen += cluster.advance() * size;
    }
  }

  private void add(GlyphShape shape, AffineTransform placed) {
    cover(placed.createTransformedShape(shape.ink()).getBounds2D(), rimWidth(shape));
    if (shape.layers().isEmpty()) {
      letters.append(shape.outline().getPathIterator(placed), false);
      return;
    }
    pictographs.append(shape.outline().getPathIterator(placed), false);
    for (GlyphShape.Layer layer : shape.layers()) {
      Path2D part = new Path2D.Double(layer.outline(), placed);
      colours.add(new GlyphShape.Layer(part, layer.argb()));
    }
  }

  private double rimWidth(GlyphShape shape) {
    return style.outline() * size * (shape.layers().isEmpty() ? 1 : PICTOGRAPH_OUTLINE);
  }

  /** Rims are round, so they reach as far on all sides. */
  private void cover(Rectangle2D ink, double rim) {
    double shadow = style.shadow() * size;
    Rectangle2D all =
        new Rectangle2D.Double(
            ink.getX() - rim,
            ink.getY() - rim,
            ink.getWidth() + 2 * rim + shadow,
            ink.getHeight() + 2 * rim + shadow);
    covered = covered == null ? all : covered.createUnion(all);
  }

  /**
   * Draws all lines.
   *
   * @param image changed within what is returned
   * @return the smallest rectangle with all that was drawn
   */
  Rect draw(Image image) {
    Shape letterRim = rim(letters, style.outline() * size);
    Shape pictographRim = rim(pictographs, style.outline() * size * PICTOGRAPH_OUTLINE);
    Rect area = area().intersection(image.bounds());
    if (area.isEmpty()) {
      return area;
    }
    BufferedImage layer =
        new BufferedImage(area.width(), area.height(), BufferedImage.TYPE_INT_ARGB_PRE);
    Graphics2D graphics = layer.createGraphics();
    try {
      graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
      graphics.setRenderingHint(
          RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
      graphics.translate(-area.x(), -area.y());
      drawShadow(graphics, area, letterRim, pictographRim);
      graphics.setColor(new Color(style.outlineColour()));
      fill(graphics, letterRim);
      fill(graphics, pictographRim);
      graphics.setColor(new Color(style.fill()));
      graphics.fill(letters);
      for (GlyphShape.Layer part : colours) {
        graphics.setColor(new Color(part.argb(), true));
        graphics.fill(part.outline());
      }
    } finally {
      graphics.dispose();
    }
    lay(layer, image.view(area));
    return area;
  }

  private static @Nullable Shape rim(Path2D path, double width) {
    if (width <= 0) {
      return null;
    }
    return new BasicStroke((float) (2 * width), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND)
        .createStrokedShape(path);
  }

  private void drawShadow(Graphics2D graphics, Rect area, @Nullable Shape... rims) {
    double offset = style.shadow() * size;
    if (offset <= 0) {
      return;
    }
    AffineTransform before = graphics.getTransform();
    graphics.translate(offset, offset);
    graphics.setColor(new Color(style.outlineColour()));
    for (Shape rim : rims) {
      fill(graphics, rim);
    }
    graphics.fill(letters);
    graphics.fill(pictographs);
    graphics.setTransform(before);
    graphics.setComposite(
        AlphaComposite.getInstance(AlphaComposite.DST_IN, (float) SHADOW_OPACITY));
    graphics.setColor(Color.BLACK);
    graphics.fillRect(area.x(), area.y(), area.width(), area.height());
    graphics.setComposite(AlphaComposite.SrcOver);
  }

  private static void fill(Graphics2D graphics, @Nullable Shape shape) {
    if (shape != null) {
      graphics.fill(shape);
    }
  }

  private Rect area() {
    if (covered == null) {
      return new Rect(0, 0, 0, 0);
    }
    int left = (int) Math.floor(covered.getMinX());
    int top = (int) Math.floor(covered.getMinY());
    int right = (int) Math.ceil(covered.getMaxX());
    int bottom = (int) Math.ceil(covered.getMaxY());
    return new Rect(left, top, right - left, bottom - top);
  }

  /** Lays premultiplied pixels over those of a picture. */
  private static void lay(BufferedImage layer, Image picture) {
    int[] over = ((DataBufferInt) layer.getRaster().getDataBuffer()).getData();
    byte[] data = picture.data();
    for (int y = 0; y < picture.height(); y++) {
      int at = picture.index(0, y);
      for (int x = 0; x < picture.width(); x++, at += picture.channels()) {
        int pixel = over[y * picture.width() + x];
        int alpha = pixel >>> 24;
        if (alpha != 0) {
          lay(pixel, alpha, data, at, picture.hasAlpha());
        }
      }
    }
  }

  private static void lay(int pixel, int alpha, byte[] data, int at, boolean hasAlpha) {
    int below = hasAlpha ? data[at + 3] & 0xff : 255;
    // What the picture adds to the sum of weights, and that sum, of 255.
    double weight = below * (255 - alpha) / 255.0;
    double sum = alpha + weight;
    for (int channel = 0; channel < 3; channel++) {
      int colour = pixel >>> 16 - 8 * channel & 0xff;
      double mixed = (255.0 * colour + (data[at + channel] & 0xff) * weight) / sum;
      data[at + channel] = (byte) Math.min(255, Math.round(mixed));
    }
    if (hasAlpha) {
      data[at + 3] = (byte) Math.round(sum);
    }
  }
}
