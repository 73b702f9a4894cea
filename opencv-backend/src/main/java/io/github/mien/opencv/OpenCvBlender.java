package io.github.mien.opencv;

import io.github.mien.blend.BlendMode;
import io.github.mien.blend.Blender;
import io.github.mien.blend.Mask;
import io.github.mien.blend.Overlay;
import io.github.mien.image.Image;
import io.github.mien.image.Rect;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Point;
import org.opencv.imgproc.Imgproc;
import org.opencv.photo.Photo;

/**
 * OpenCV's {@code seamlessClone} (a fast Poisson solver for rectangles), taken only where it is
 * named. It is not the equation of {@link Blender}:
 *
 * <ul>
 *   <li>It solves for the whole box around the mask and holds the result to the target only on that
 *       box's outline. Under the mask the wanted differences are the source's, around it the
 *       target's; so the target's pixels between mask and box change too, while holes of the mask
 *       do not hold the colours inside.
 *   <li>The mask is first made smaller by three pixels on each side.
 *   <li>{@link BlendMode#MIXED} decides for each pixel and channel, by the difference of the
 *       horizontal and the vertical derivative.
 *   <li>{@link BlendMode#MONOCHROME} rounds the luma to whole levels.
 *   <li>At the target's border the picture is continued by its outermost pixels, so that the box
 *       has an outline.
 * </ul>
 */
public final class OpenCvBlender extends OpenCvProvider implements Blender {
  /** The box's outline, and the pixel that OpenCV cuts off the mask on each side. */
  private static final int MARGIN = 2;

  /** For {@link java.util.ServiceLoader}. */
  public OpenCvBlender() {}

  /** Below Java's, which is faster and solves the equation. */
  @Override
  public int priority() {
    return -50;
  }

  /**
   * {@inheritDoc}
   *
   * <p>Here pixels change in the whole box around the mask.
   */
  @Override
  public void blend(Image source, Mask mask, Image target, int x, int y, BlendMode mode) {
    Rect box = Overlay.of(source, mask, target, x, y, mode).box();
    if (box.isEmpty()) {
      return;
    }
    OpenCvLibrary.require();
    Rect onSource = new Rect(box.x() - x, box.y() - y, box.width(), box.height());
    Mat pasted = continued(source, onSource);
    Mat under = continued(target, box);
    Mat shape = maskOf(mask, onSource);
    Mat blended = new Mat();
    try {
      // The centre that OpenCV asks for is that of the mask's own box, rounded as it does.
      org.opencv.core.Rect bounds = Imgproc.boundingRect(shape);
      Point centre = new Point(bounds.x + bounds.width / 2, bounds.y + bounds.height / 2);
      Photo.seamlessClone(pasted, under, shape, centre, blended, flags(mode));
      copyColours(blended, target, box);
    } finally {
      pasted.release();
      under.release();
      shape.release();
      blended.release();
    }
  }

  private static int flags(BlendMode mode) {
    return switch (mode) {
      case NORMAL -> Photo.NORMAL_CLONE;
      case MIXED -> Photo.MIXED_CLONE;
      case MONOCHROME -> Photo.MONOCHROME_TRANSFER;
    };
  }

  /** The colours of an area and a margin around it, the picture continued beyond its border. */
  private static Mat continued(Image image, Rect area) {
    Rect wanted = grown(area);
    Rect inside = image.bounds().intersection(wanted);
    Mat pixels = Mats.copyOf(image, inside);
    if (image.hasAlpha()) {
      Imgproc.cvtColor(pixels, pixels, Imgproc.COLOR_RGBA2RGB);
    }
    // OpenCV takes the colours for BGR: that matters where it makes a luma of them.
    Imgproc.cvtColor(pixels, pixels, Imgproc.COLOR_RGB2BGR);
    Core.copyMakeBorder(
        pixels,
        pixels,
        inside.y() - wanted.y(),
        wanted.bottom() - inside.bottom(),
        inside.x() - wanted.x(),
        wanted.right() - inside.right(),
        Core.BORDER_REPLICATE);
    return pixels;
  }

  private static Mat maskOf(Mask mask, Rect area) {
    Rect wanted = grown(area);
    Mat pixels = Mat.zeros(wanted.height(), wanted.width(), CvType.CV_8UC1);
    byte[] row = new byte[wanted.width()];
    for (int y = MARGIN; y < wanted.height() - MARGIN; y++) {
      for (int x = MARGIN; x < wanted.width() - MARGIN; x++) {
        row[x] = (byte) (mask.contains(wanted.x() + x, wanted.y() + y) ? 255 : 0);
      }
      pixels.put(y, 0, row);
    }
    return pixels;
  }

  private static Rect grown(Rect area) {
    return new Rect(
        area.x() - MARGIN,
        area.y() - MARGIN,
        area.width() + 2 * MARGIN,
        area.height() + 2 * MARGIN);
  }

  private static void copyColours(Mat pixels, Image target, Rect box) {
    byte[] row = new byte[3 * (box.width() + 2 * MARGIN)];
    for (int y = 0; y < box.height(); y++) {
      pixels.get(y + MARGIN, 0, row);
      int out = target.index(box.x(), box.y() + y);
      for (int x = 0, in = 3 * MARGIN; x < box.width(); x++, in += 3, out += target.channels()) {
        target.data()[out] = row[in + 2];
        target.data()[out + 1] = row[in + 1];
        target.data()[out + 2] = row[in];
      }
    }
  }
}
