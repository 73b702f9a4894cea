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

  /**
   * Draws all lines.
   *
   * @param image changed within what is returned
   * @return the smallest rectangle with all that was drawn
   */
  Rect draw(Image image) {
    Shape letterRim = rim(letters, style.outline() * size);
    Shape pictographRim = rim(pictographs, style.outline() * size * PICTOGRAPH_OUTLINE);
    Rect area = area(letterRim, pictographRim).intersection(image.bounds());
    if (area.isEmpty()) {
      return area;
    }
    BufferedImage layer =
        new BufferedImage(area.width(), area.height(), BufferedImage.TYPE_INT_ARGB_PRE);
    Graphics2D graphics = layer.createGraphics();
    try {
      graphics.setRenderingHint(
          RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
      graphics.setRenderingHint(
          RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
      graphics.translate(-area.x(), -area.y());
      drawShadow(graphics, letterRim, pictographRim);
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

  private void drawShadow(Graphics2D graphics, @Nullable Shape... rims) {
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
    graphics.setComposite(AlphaComposite.getInstance(AlphaComposite.DST_IN, (float) SHADOW_OPACITY));
    graphics.setColor(Color.BLACK);
    Rectangle2D all = graphics.getClipBounds() == null ? everything() : graphics.getClipBounds();
    graphics.fill(all);
    graphics.setComposite(AlphaComposite.SrcOver);
  }

  private static Rectangle2D everything() {
    return new Rectangle2D.Double(-1e6, -1e6, 2e6, 2e6);
  }

  private static void fill(Graphics2D graphics, @Nullable Shape shape) {
    if (shape != null) {
      graphics.fill(shape);
    }
  }

  private Rect area(@Nullable Shape... rims) {
    Rectangle2D all = letters.getBounds2D();
    all = letters.getCurrentPoint() == null ? pictographs.getBounds2D() : union(all, pictographs);
    for (Shape rim : rims) {
      all = rim == null ? all : union(all, rim);
    }
    double shadow = style.shadow() * size;
    int left = (int) Math.floor(all.getMinX());
    int top = (int) Math.floor(all.getMinY());
    int right = (int) Math.ceil(all.getMaxX() + shadow);
    int bottom = (int) Math.ceil(all.getMaxY() + shadow);
    return new Rect(left, top, right - left, bottom - top);
  }

  private static Rectangle2D union(Rectangle2D area, Shape shape) {
    Rectangle2D bounds = shape.getBounds2D();
    return bounds.isEmpty() ? area : area.createUnion(bounds);
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
