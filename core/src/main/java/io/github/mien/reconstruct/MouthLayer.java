package io.github.mien.reconstruct;

import io.github.mien.face.FaceMesh;
import io.github.mien.face.Landmarks;
import io.github.mien.image.Image;
import io.github.mien.image.ImageKernels;
import io.github.mien.image.Rect;
import io.github.mien.transfer.Motion;
import org.jspecify.annotations.Nullable;

/** What the lips uncover: the source's mouth, or a dark cavity where there is none to take. */
final class MouthLayer {
  private static final int[] LIPS = FaceMesh.innerLips();

  /** Own teeth may be stretched by as much before others are taken. */
  private static final double OWN_STRETCH = 2;

  private static final double SOURCE_STRETCH = 3;

  private MouthLayer() {}

  static void paint(
      Image target, Motion motion, @Nullable FacePhoto source, ImageKernels kernels, Image out) {
    Opening to = new Opening(motion.to(), LIPS);
    Opening from = new Opening(motion.from(), LIPS);
    double pixel = motion.to().eyeDistance() / 180;
    double gap = to.gap();
    if (gap < 1.5 * pixel || gap < OWN_STRETCH * from.gap()) {
      return;
    }
    Rect area = area(motion.to()).intersection(out.bounds());
    if (area.isEmpty()) {
      return;
    }
    Image inside = Image.create(area.width(), area.height(), out.channels());
    Opening teeth = source == null ? null : new Opening(source.face().landmarks(), LIPS);
    if (source != null
        && teeth != null
        && source.image().channels() == out.channels()
        && teeth.gap() / teeth.length() * SOURCE_STRETCH > gap / to.length()) {
      resample(source.image(), teeth, to, kernels, area, inside);
      float[] wanted = skin(target, motion.from());
      float[] given = skin(source.image(), source.face().landmarks());
      for (int c = 0; c < 3; c++) {
        wanted[c] = Math.max(0.3f, Math.min(1.5f, wanted[c] / given[c]));
      }
      scale(inside, wanted);
    } else {
      cavity(target, motion.from(), to, area, inside);
    }
    blend(inside, to, pixel, area, out);
  }

  private static Rect area(Landmarks to) {
    double[] xy = to.xy(LIPS);
    double x0 = xy[0], y0 = xy[1], x1 = x0, y1 = y0;
    for (int i = 2; i < xy.length; i += 2) {
      x0 = Math.min(x0, xy[i]);
      x1 = Math.max(x1, xy[i]);
      y0 = Math.min(y0, xy[i + 1]);
      y1 = Math.max(y1, xy[i + 1]);
    }
    int left = (int) Math.floor(x0) - 2;
    int top = (int) Math.floor(y0) - 2;
    return new Rect(left, top, (int) Math.ceil(x1) + 3 - left, (int) Math.ceil(y1) + 3 - top);
  }

  private static void resample(
      Image source, Opening teeth, Opening to, ImageKernels kernels, Rect area, Image inside) {
    float[] mapX = new float[area.width() * area.height()];
    float[] mapY = new float[mapX.length];
    int at = 0;
    for (int y = area.y(); y < area.bottom(); y++) {
      for (int x = area.x(); x < area.right(); x++, at++) {
        double s = to.s(x, y);
        double upper = to.upper(s);
        double height = Math.max(0.5, to.lower(s) - upper);
        double f = Math.max(0, Math.min(1, (to.t(x, y) - upper) / height));
        double t = teeth.upper(s) + f * (teeth.lower(s) - teeth.upper(s));
        mapX[at] = (float) teeth.x(s, t);
        mapY[at] = (float) teeth.y(s, t);
      }
    }
    kernels.remap(source, mapX, mapY, inside, inside.bounds());
  }

  /** Mean colour of the skin around the mouth. */
  private static float[] skin(Image image, Landmarks face) {
    int[] points = {205, 425, 50, 280, 187, 411, 214, 434, 199, 200, 164, 206, 426};
    float[] sum = {1, 1, 1};
    for (int p : points) {
      int x = Math.max(0, Math.min(image.width() - 1, Math.round(face.x(p))));
      int y = Math.max(0, Math.min(image.height() - 1, Math.round(face.y(p))));
      for (int c = 0; c < 3; c++) {
        sum[c] += image.sample(x, y, c);
      }
    }
    for (int c = 0; c < 3; c++) {
      sum[c] /= points.length;
    }
    return sum;
  }

  private static void scale(Image image, float[] gain) {
    byte[] data = image.data();
    for (int i = 0; i < data.length; i += image.channels()) {
      for (int c = 0; c < 3; c++) {
        data[i + c] = (byte) (int) Math.min(255, (data[i + c] & 0xff) * gain[c] + 0.5f);
      }
    }
  }

  private static void cavity(Image target, Landmarks from, Opening to, Rect area, Image inside) {
    float[] skin = skin(target, from);
    float[] tint = {0.24f, 0.13f, 0.13f};
    byte[] data = inside.data();
    int at = 0;
    for (int y = area.y(); y < area.bottom(); y++) {
      for (int x = area.x(); x < area.right(); x++, at += inside.channels()) {
        double s = to.s(x, y);
        double upper = to.upper(s);
        double height = Math.max(0.5, to.lower(s) - upper);
        double f = Math.max(0, Math.min(1, (to.t(x, y) - upper) / height));
        float shade = (float) (0.45 + 0.9 * f * f);
        for (int c = 0; c < 3; c++) {
          data[at + c] = (byte) (int) Math.min(255, skin[c] * tint[c] * shade + 0.5f);
        }
      }
    }
  }

  private static void blend(Image inside, Opening to, double pixel, Rect area, Image out) {
    int channels = out.channels();
    byte[] data = out.data();
    int at = 0;
    for (int y = area.y(); y < area.bottom(); y++) {
      int o = out.index(area.x(), y);
      for (int x = area.x(); x < area.right(); x++, at += channels, o += channels) {
        double s = to.s(x, y);
        double t = to.t(x, y);
        double depth = Math.min(t - to.upper(s), to.lower(s) - t);
        depth = Math.min(depth, Math.min(s, 1 - s) * to.length());
        float a = (float) Math.max(0, Math.min(1, (depth / pixel + 0.5) / 2));
        if (a > 0) {
          for (int c = 0; c < 3; c++) {
            float below = data[o + c] & 0xff;
            data[o + c] =
                (byte) (int) (below + a * ((inside.data()[at + c] & 0xff) - below) + 0.5f);
          }
        }
      }
    }
  }
}
