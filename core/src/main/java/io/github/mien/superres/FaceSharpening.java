package io.github.mien.superres;

import io.github.mien.face.Box;
import io.github.mien.face.Landmarks;
import io.github.mien.image.Image;
import io.github.mien.image.ImageKernels;
import io.github.mien.image.Rect;

/**
 * Makes a face sharp in a photo that was enlarged before or is out of focus: the face is reduced to
 * the resolution that it really has and enlarged by the network, and what that finds beyond
 * interpolation is added to the photo, whose own detail is kept. This fades in from the outline of
 * the face inwards, so no edge is seen and nothing beyond the outline changes.
 *
 * <p>Thread-safe.
 */
public final class FaceSharpening {
  /** What the network sees around the face, in pixels of the reduced one. */
  private static final int AROUND = 12;

  /** Pixels across below which nothing of a face is left to work on. */
  private static final int LEAST = 16;

  private final SuperResolution network;
  private final ImageKernels kernels;

  /**
   * @param network its factor bounds how blurred a face may be
   * @param kernels scale the face
   */
  public FaceSharpening(SuperResolution network, ImageKernels kernels) {
    this.network = network;
    this.kernels = kernels;
  }

  /**
   * Sharpens one face.
   *
   * @param photo read only
   * @param face points in the photo
   * @param blur how many pixels wide the finest details of the face are: 1 for a sharp photo, 4 for
   *     one that was enlarged by 4; from 1 to the network's factor
   * @param out of the photo's size and channels, holding its pixels; written inside the outline of
   *     the face
   */
  public void sharpen(Image photo, Landmarks face, double blur, Image out) {
    if (!(blur >= 1 && blur <= network.factor())) {
      throw new IllegalArgumentException(
          "blur must be from 1 to %d pixels, not %s".formatted(network.factor(), blur));
    }
    if (photo.width() != out.width()
        || photo.height() != out.height()
        || photo.channels() != out.channels()) {
      throw new IllegalArgumentException("%s cannot be sharpened into %s".formatted(photo, out));
    }
    Rect area = area(face, photo, (int) Math.ceil(AROUND * blur));
    int width = (int) Math.round(area.width() / blur);
    int height = (int) Math.round(area.height() / blur);
    if (Math.min(width, height) < LEAST) {
      return;
    }
    Image small = resampled(photo.view(area), width, height);
    Image interpolated = resampled(small, area.width(), area.height());
    Image enlarged = Image.create(area.width(), area.height(), photo.channels());
    kernels.resize(network.enlarge(small), enlarged);
    new OutlineFade(face).addDifference(interpolated, enlarged, area, out);
  }

  /** Bicubic, without averaging: a blurred photo has nothing that would alias. */
  private Image resampled(Image photo, int width, int height) {
    float[] mapX = new float[width * height];
    float[] mapY = new float[width * height];
    double stepX = (double) photo.width() / width;
    double stepY = (double) photo.height() / height;
    for (int i = 0; i < mapX.length; i++) {
      mapX[i] = (float) ((i % width + 0.5) * stepX - 0.5);
      mapY[i] = (float) ((i / width + 0.5) * stepY - 0.5);
    }
    Image small = Image.create(width, height, photo.channels());
    kernels.remap(photo, mapX, mapY, small, small.bounds());
    return small;
  }

  /** The box of the face with a margin, inside the photo. */
  private static Rect area(Landmarks face, Image photo, int margin) {
    Box box = face.bounds();
    int x0 = (int) Math.floor(box.x0()) - margin;
    int y0 = (int) Math.floor(box.y0()) - margin;
    int x1 = (int) Math.ceil(box.x1()) + margin + 1;
    int y1 = (int) Math.ceil(box.y1()) + margin + 1;
    Rect around = new Rect(x0, y0, Math.max(0, x1 - x0), Math.max(0, y1 - y0));
    return photo.bounds().intersection(around);
  }
}
