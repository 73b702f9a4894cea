package io.github.mien.matte;

import io.github.mien.image.Image;

/** Leaves of a picture what is connected with a place: specks around a head are no part of it. */
final class OnePart {
  /** Alpha from which on pixels are connected. */
  private static final int SOLID = 100;

  /** Pixels around what is solid that stay, such as single hairs. */
  private static final int RIM = 3;

  private final Image picture;
  private final boolean[] reached;
  private final int[] open;
  private int count;

  private OnePart(Image picture) {
    this.picture = picture;
    reached = new boolean[picture.width() * picture.height()];
    open = new int[reached.length];
  }

  /**
   * @param picture RGBA; modified
   * @param x column of the place; nothing happens where it is transparent or outside
   * @param y row of the place
   */
  static void keep(Image picture, int x, int y) {
    OnePart part = new OnePart(picture);
    part.visit(x, y);
    if (part.count > 0) {
      part.grow();
      part.clearOthers();
    }
  }

  private void visit(int x, int y) {
    if (x < 0 || y < 0 || x >= picture.width() || y >= picture.height()) {
      return;
    }
    int i = y * picture.width() + x;
    if (!reached[i] && alpha(i) >= SOLID) {
      reached[i] = true;
      open[count++] = i;
    }
  }

  private int alpha(int i) {
    return picture.data()[at(i)] & 0xff;
  }

  private int at(int i) {
    return picture.index(i % picture.width(), i / picture.width()) + 3;
  }

  /** Every pixel is put on the list once, so that it never overflows. */
  private void grow() {
    for (int next = 0; next < count; next++) {
      int x = open[next] % picture.width(), y = open[next] / picture.width();
      visit(x - 1, y);
      visit(x + 1, y);
      visit(x, y - 1);
      visit(x, y + 1);
    }
  }

  private void clearOthers() {
    for (int i = 0; i < reached.length; i++) {
      if (!reached[i] && alpha(i) > 0 && (alpha(i) >= SOLID || !near(i))) {
        picture.data()[at(i)] = 0;
      }
    }
  }

  private boolean near(int i) {
    int x = i % picture.width(), y = i / picture.width();
    for (int v = Math.max(0, y - RIM); v <= Math.min(picture.height() - 1, y + RIM); v++) {
      for (int u = Math.max(0, x - RIM); u <= Math.min(picture.width() - 1, x + RIM); u++) {
        if (reached[v * picture.width() + u]) {
          return true;
        }
      }
    }
    return false;
  }
}
