package io.github.mien.training.detector;

import io.github.mien.face.Box;
import io.github.mien.training.data.Photos;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.List;

/** Draws the labels into a composed picture, so that people can check them. */
final class LabelDrawing {
  private LabelDrawing() {}

  /** Faces green, red those that do not count; found boxes yellow. */
  static BufferedImage of(ComposedPicture composed, List<Box> found) {
    BufferedImage picture = Photos.toBuffered(composed.picture());
    Graphics2D graphics = picture.createGraphics();
    for (LabelledFace face : composed.faces()) {
      graphics.setColor(face.counted() ? Color.GREEN : Color.RED);
      Box box = face.box();
      graphics.drawRect((int) box.x0(), (int) box.y0(), (int) box.width(), (int) box.height());
      for (int k = 0; k < 10; k += 2) {
        graphics.fillRect((int) face.points()[k], (int) face.points()[k + 1], 2, 2);
      }
    }
    graphics.setColor(Color.YELLOW);
    for (Box box : found) {
      graphics.drawRect((int) box.x0(), (int) box.y0(), (int) box.width(), (int) box.height());
    }
    graphics.dispose();
    return picture;
  }
}
