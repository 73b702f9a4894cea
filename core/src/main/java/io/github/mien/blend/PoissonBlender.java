package io.github.mien.blend;

import io.github.mien.image.Image;
import io.github.mien.image.Rect;

/** Gradient-domain blending in plain Java: a membrane over the mask, one channel at a time. */
final class PoissonBlender implements Blender {
  static final PoissonBlender INSTANCE = new PoissonBlender();

  private PoissonBlender() {}

  @Override
  public String name() {
    return "java";
  }

  @Override
  public int priority() {
    return 0;
  }

  @Override
  public void blend(Image source, byte[] mask, Image target, int x, int y) {
    if (mask.length != source.width() * source.height()) {
      throw new IllegalArgumentException(
          "the mask needs one byte per pixel of the source, %d, not %d"
              .formatted(source.width() * source.height(), mask.length));
    }
    Rect common = new Rect(x, y, source.width(), source.height()).intersection(target.bounds());
    Rect area = maskedBounds(mask, source.width(), common, x, y);
    if (area.isEmpty()) {
      return;
    }
    byte[] state = states(mask, source.width(), area, x, y);
    for (int c = 0; c < 3; c++) {
      float[] difference = new float[state.length];
      for (int i = 0; i < state.length; i++) {
        int tx = area.x() + i % area.width();
        int ty = area.y() + i / area.width();
        if (state[i] == Membrane.FIXED) {
          difference[i] = target.sample(tx, ty, c) - source.sample(tx - x, ty - y, c);
        }
      }
      Membrane.span(difference, state, area.width(), area.height());
      for (int i = 0; i < state.length; i++) {
        if (state[i] == Membrane.FREE) {
          int tx = area.x() + i % area.width();
          int ty = area.y() + i / area.width();
          float v = source.sample(tx - x, ty - y, c) + difference[i] + 0.5f;
          target.data()[target.index(tx, ty) + c] = (byte) (int) Math.max(0, Math.min(255, v));
        }
      }
    }
  }

  /** The masked pixels and one more on each side, in the target's coordinates. */
  private static Rect maskedBounds(byte[] mask, int width, Rect common, int x, int y) {
    int x0 = Integer.MAX_VALUE, x1 = -1, y0 = Integer.MAX_VALUE, y1 = -1;
    for (int ty = common.y(); ty < common.bottom(); ty++) {
      for (int tx = common.x(); tx < common.right(); tx++) {
        if (mask[(ty - y) * width + tx - x] != 0) {
          x0 = Math.min(x0, tx);
          x1 = Math.max(x1, tx);
          y0 = Math.min(y0, ty);
          y1 = Math.max(y1, ty);
        }
      }
    }
    return x1 < 0
        ? new Rect(0, 0, 0, 0)
        : new Rect(x0 - 1, y0 - 1, x1 - x0 + 3, y1 - y0 + 3).intersection(common);
  }

  private static byte[] states(byte[] mask, int width, Rect area, int x, int y) {
    byte[] state = new byte[area.width() * area.height()];
    for (int i = 0; i < state.length; i++) {
      int sx = area.x() + i % area.width() - x;
      int sy = area.y() + i / area.width() - y;
      state[i] = mask[sy * width + sx] != 0 ? Membrane.FREE : Membrane.FIXED;
    }
    return state;
  }
}
