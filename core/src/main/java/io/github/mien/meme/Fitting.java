package io.github.mien.meme;

import io.github.mien.image.Image;
import io.github.mien.image.ImageKernels;
import io.github.mien.image.Rect;

/**
 * Scales pictures to a canvas: as large as they fit, in the middle, the rest transparent. Colours
 * are weighted by their opacity, so that what a transparent pixel hides never shows at an edge.
 */
final class Fitting {
  private final int width;
  private final int height;

  Fitting(int width, int height) {
    this.width = width;
    this.height = height;
  }

  /** The picture itself where it has the size already, else a new one. */
  Image apply(Image picture) {
    if (picture.width() == width && picture.height() == height) {
      return picture;
    }
    double scale = Math.min((double) width / picture.width(), (double) height / picture.height());
    int w = Math.max(1, Math.min(width, (int) Math.round(picture.width() * scale)));
    int h = Math.max(1, Math.min(height, (int) Math.round(picture.height() * scale)));
    boolean whole = w == width && h == height;
    Image canvas = Image.create(width, height, whole ? picture.channels() : 4);
    Rect area = new Rect((width - w) / 2, (height - h) / 2, w, h);
    if (!picture.hasAlpha()) {
      Image scaled = whole ? canvas : Image.create(w, h, 3);
      ImageKernels.java().resize(picture, scaled);
      if (!whole) {
        put(scaled, canvas.view(area));
      }
      return canvas;
    }
    Image weighted = picture.copy();
    multiply(weighted);
    ImageKernels.java().resize(weighted, canvas.view(area));
    divide(canvas.view(area));
    return canvas;
  }

  private static void put(Image rgb, Image rgba) {
    for (int y = 0; y < rgb.height(); y++) {
      for (int x = 0; x < rgb.width(); x++) {
        int out = rgba.index(x, y);
        System.arraycopy(rgb.data(), rgb.index(x, y), rgba.data(), out, 3);
        rgba.data()[out + 3] = -1;
      }
    }
  }

  private static void multiply(Image image) {
    for (int y = 0; y < image.height(); y++) {
      for (int x = 0; x < image.width(); x++) {
        int at = image.index(x, y);
        int alpha = image.data()[at + 3] & 0xff;
        for (int c = 0; c < 3; c++) {
          image.data()[at + c] = (byte) (((image.data()[at + c] & 0xff) * alpha + 127) / 255);
        }
      }
    }
  }

  private static void divide(Image image) {
    for (int y = 0; y < image.height(); y++) {
      for (int x = 0; x < image.width(); x++) {
        int at = image.index(x, y);
        int alpha = image.data()[at + 3] & 0xff;
        for (int c = 0; c < 3 && alpha > 0; c++) {
          int color = ((image.data()[at + c] & 0xff) * 255 + alpha / 2) / alpha;
          image.data()[at + c] = (byte) Math.min(255, color);
        }
      }
    }
  }
}
