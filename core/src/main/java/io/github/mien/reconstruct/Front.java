package io.github.mien.reconstruct;

import io.github.mien.image.Affine;
import io.github.mien.image.GuidedFilter;
import io.github.mien.image.Image;
import io.github.mien.image.ImageKernels;
import io.github.mien.image.Rect;

/**
 * How much of each pixel belongs to what is in front: an occluder whose edges follow those of the
 * picture at its full resolution. A little wider than it was found, for a rim of skin that stays is
 * not seen and a rim of the occluder that moves is.
 */
final class Front {
  private static final int SIDE = Occluder.SIDE;

  /** Standard deviation of the windows in pixels of the crop. */
  private static final double WINDOW = 2.5;

  /** Variance of brightness below which nothing is an edge. */
  private static final float SMOOTH = 4e-4f;

  /** Shares from which on a pixel begins to be, and wholly is, in front. */
  private static final float FROM = 0.3f;

  private static final float WHOLLY = 0.65f;

  /** Share from which on a pixel may be tinged by what is in front. */
  private static final float TINGED = 0.18f;

  /** Pixels of the crop around what was found that it may touch: three windows of two passes. */
  private static final int REACH = 10;

  private final Affine toCrop;
  private final Rect found;
  private final GuidedFilter edges;

  private Front(Affine toCrop, Rect found, GuidedFilter edges) {
    this.toCrop = toCrop;
    this.found = found;
    this.edges = edges;
  }

  /**
   * @param cut the occluder's crop of the picture
   */
  static Front of(Occluder occluder, Image cut, ImageKernels kernels) {
    float[] share = occluder.shares();
    Rect found = bounds(share);
    GuidedFilter edges = GuidedFilter.fit(cut, share, WINDOW, SMOOTH, kernels);
    return new Front(Occluder.toPicture(occluder.crop()).inverse(), found, edges);
  }

  /** Of the plane's pixels that may be in front; where it meets the border it goes on beyond. */
  private static Rect bounds(float[] shares) {
    int left = SIDE, top = SIDE, right = -1, bottom = -1;
    for (int i = 0; i < shares.length; i++) {
      if (shares[i] > 0) {
        left = Math.min(left, i % SIDE);
        right = Math.max(right, i % SIDE);
        top = Math.min(top, i / SIDE);
        bottom = Math.max(bottom, i / SIDE);
      }
    }
    if (right < 0) {
      return new Rect(0, 0, 0, 0);
    }
    left = left <= REACH ? -SIDE : left - REACH;
    top = top <= REACH ? -SIDE : top - REACH;
    right = right >= SIDE - REACH ? 2 * SIDE : right + REACH;
    bottom = bottom >= SIDE - REACH ? 2 * SIDE : bottom + REACH;
    return new Rect(left, top, right - left, bottom - top);
  }

  /** The upright part of a picture beyond which nothing is in front. */
  Rect area(Image picture) {
    if (found.isEmpty()) {
      return new Rect(0, 0, 0, 0);
    }
    Affine toPicture = toCrop.inverse();
    double x0 = 1e9, y0 = 1e9, x1 = -1e9, y1 = -1e9;
    for (int i = 0; i < 4; i++) {
      double u = i % 2 == 0 ? found.x() : found.right();
      double v = i / 2 == 0 ? found.y() : found.bottom();
      x0 = Math.min(x0, toPicture.mapX(u, v));
      x1 = Math.max(x1, toPicture.mapX(u, v));
      y0 = Math.min(y0, toPicture.mapY(u, v));
      y1 = Math.max(y1, toPicture.mapY(u, v));
    }
    int left = (int) Math.floor(x0), top = (int) Math.floor(y0);
    Rect box = new Rect(left, top, (int) Math.ceil(x1) + 1 - left, (int) Math.ceil(y1) + 1 - top);
    return box.intersection(picture.bounds());
  }

  /** How much of a pixel of the picture is in front, 0..1. */
  float share(Image picture, int x, int y) {
    return between(FROM, WHOLLY, found(picture, x, y));
  }

  /** How much of a pixel tells nothing of the face behind, 0..1: 1 where anything is in front. */
  float tinge(Image picture, int x, int y) {
    return between(TINGED, FROM, found(picture, x, y));
  }

  private static float between(float from, float to, float share) {
    return Math.max(0, Math.min(1, (share - from) / (to - from)));
  }

  private float found(Image picture, int x, int y) {
    float u = (float) toCrop.mapX(x, y);
    float v = (float) toCrop.mapY(x, y);
    return edges.at(picture, x, y, u, v);
  }

  /**
   * Puts what is in front back.
   *
   * @param from shows it
   * @param to of the same size and channels; written where it is
   */
  void putBack(Image from, Image to) {
    Rect area = area(from);
    for (int y = area.y(); y < area.bottom(); y++) {
      for (int x = area.x(); x < area.right(); x++) {
        float share = share(from, x, y);
        if (share > 0) {
          int i = from.index(x, y);
          int o = to.index(x, y);
          for (int c = 0; c < from.channels(); c++) {
            int below = to.data()[o + c] & 0xff;
            int above = from.data()[i + c] & 0xff;
            to.data()[o + c] = (byte) Math.round(below + share * (above - below));
          }
        }
      }
    }
  }
}
