package io.github.mien.cli;

import io.github.mien.image.Image;
import io.github.mien.image.Rect;

/** Draws on a picture. Colours are 0xRRGGBB; what falls outside is left out. */
final class Canvas {
  private final Image image;
  private final Lettering lettering;

  Canvas(Image image, Lettering lettering) {
    this.image = image;
    this.lettering = lettering;
  }

  Image image() {
    return image;
  }

  /** Fills a rectangle; an opacity below 1 lets the picture shine through. */
  void fill(Rect area, int colour, double opacity) {
    Rect inside = image.bounds().intersection(area);
    for (int y = inside.y(); y < inside.bottom(); y++) {
      for (int x = inside.x(); x < inside.right(); x++) {
        blend(x, y, colour, opacity);
      }
    }
  }

  /** Draws the edge of a rectangle, inwards. */
  void frame(Rect area, int thickness, int colour) {
    int inner = area.height() - 2 * thickness;
    fill(new Rect(area.x(), area.y(), area.width(), thickness), colour, 1);
    fill(new Rect(area.x(), area.bottom() - thickness, area.width(), thickness), colour, 1);
    fill(new Rect(area.x(), area.y() + thickness, thickness, inner), colour, 1);
    fill(new Rect(area.right() - thickness, area.y() + thickness, thickness, inner), colour, 1);
  }

  /** Draws a round dot with a smooth edge. */
  void dot(double centreX, double centreY, double radius, int colour) {
    int reach = (int) Math.ceil(radius + 1);
    int x0 = (int) Math.round(centreX);
    int y0 = (int) Math.round(centreY);
    for (int y = y0 - reach; y <= y0 + reach; y++) {
      for (int x = x0 - reach; x <= x0 + reach; x++) {
        double covered = radius + 0.5 - Math.hypot(x - centreX, y - centreY);
        if (covered > 0 && x >= 0 && y >= 0 && x < image.width() && y < image.height()) {
          blend(x, y, colour, Math.min(1, covered));
        }
      }
    }
  }

  /** Writes a line of text with its upper left corner at x, y. */
  void text(String text, int x, int y, int height, int colour) {
    Image line = lettering.line(text, height);
    Rect inside = image.bounds().intersection(new Rect(x, y, line.width(), height));
    for (int row = inside.y(); row < inside.bottom(); row++) {
      for (int column = inside.x(); column < inside.right(); column++) {
        blend(column, row, colour, line.sample(column - x, row - y, 0) / 255.0);
      }
    }
  }

  /** Writes a line of text centred between two columns. */
  void centred(String text, Rect area, int height, int colour) {
    int x = area.x() + (area.width() - lettering.width(text, height)) / 2;
    text(text, x, area.y() + (area.height() - height) / 2, height, colour);
  }

  private void blend(int x, int y, int colour, double opacity) {
    int index = image.index(x, y);
    for (int channel = 0; channel < 3; channel++) {
      int wanted = colour >> (16 - 8 * channel) & 0xff;
      int old = image.data()[index + channel] & 0xff;
      image.data()[index + channel] = (byte) Math.round(old + opacity * (wanted - old));
    }
    if (image.hasAlpha()) {
      int old = image.data()[index + 3] & 0xff;
      image.data()[index + 3] = (byte) Math.round(old + opacity * (255 - old));
    }
  }
}
