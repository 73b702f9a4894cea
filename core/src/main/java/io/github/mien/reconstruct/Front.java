package io.github.mien.reconstruct;

import io.github.mien.image.Affine;
import io.github.mien.image.Bilinear;
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

  /** Share from which on a pixel begins to be in the midst of what was found. */
  private static final float CORE = 0.5f;

  /** Pixels of the crop around what was found that it may touch: three windows of two passes. */
  private static final int REACH = 10;

  private final Affine toCrop;
  private final Rect found;
  private final float[] shares;
  private final GuidedFilter edges;

  private Front(Affine toCrop, Rect found, float[] shares, GuidedFilter edges) {
    this.toCrop = toCrop;
    this.found = found;
    this.shares = shares;
    this.edges = edges;
  }

  /**
   * @param cut the occluder's crop of the picture
   */
  static Front of(Occluder occluder, Image cut, ImageKernels kernels) {
    float[] share = occluder.shares();
    Rect found = bounds(share);
    GuidedFilter edges = GuidedFilter.fit(cut, share, WINDOW, SMOOTH, kernels);
    Affine toCrop = occluder.crop().toPicture(SIDE).inverse();
    return new Front(toCrop, found, occluder.shares(), edges);
  }

  /** Of the plane's pixels that may be in front; where it meets the border it goes on beyond. */
  private static Rect bounds(float[] shares) {
    Rect found = Extent.of(shares, SIDE);
    if (found.isEmpty()) {
      return found;
    }
    int left = found.x() <= REACH ? -SIDE : found.x() - REACH;
    int top = found.y() <= REACH ? -SIDE : found.y() - REACH;
    int right = found.right() > SIDE - REACH ? 2 * SIDE : found.right() - 1 + REACH;
    int bottom = found.bottom() > SIDE - REACH ? 2 * SIDE : found.bottom() - 1 + REACH;
    return new Rect(left, top, right - left, bottom - top);
  }

  /** The upright part of a picture beyond which nothing is in front. */
  Rect area(Image picture) {
    return UprightArea.of(found, toCrop.inverse()).intersection(picture.bounds());
  }

  /** How much of a pixel of the picture is in front, 0..1. */
  private float share(Image picture, int x, int y) {
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
    float along = edges.at(picture, x, y, u, v);
    // The glint on a dark frame is as bright as skin, but in the midst of what was found.
    float within = between(CORE, 1, Bilinear.at(shares, 0, SIDE, u, v));
    return Math.max(along, within);
  }

  /**
   * All shares of a picture.
   *
   * @param picture shows what is in front
   */
  Cover cover(Image picture) {
    Rect area = area(picture);
    byte[] shares = new byte[area.width() * area.height()];
    for (int y = area.y(), at = 0; y < area.bottom(); y++) {
      for (int x = area.x(); x < area.right(); x++, at++) {
        shares[at] = (byte) Math.round(255 * share(picture, x, y));
      }
    }
    return new Cover(area, shares);
  }
}
