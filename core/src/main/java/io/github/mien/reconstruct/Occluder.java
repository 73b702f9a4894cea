package io.github.mien.reconstruct;

import io.github.mien.blend.Mask;
import io.github.mien.face.FaceCrop;
import io.github.mien.face.Landmarks;
import io.github.mien.image.Affine;
import io.github.mien.image.Bilinear;
import io.github.mien.image.Image;
import io.github.mien.image.ImageKernels;

/**
 * What hides a face and its surroundings: a plane of shares over the face's crop of {@value #SIDE}
 * pixels a side, 1 where something is in front. Its edges are drawn along those of the picture when
 * it is used. Immutable.
 */
public final class Occluder {
  /** Shares on a side. */
  public static final int SIDE = FaceRenderer.SIZE;

  /** Samples of a mask on a side of each share. */
  private static final int SAMPLES = 3;

  private final FaceCrop crop;
  private final float[] shares;

  private Occluder(FaceCrop crop, float[] shares) {
    this.crop = crop;
    this.shares = shares;
  }

  /** Nothing in front of a face. */
  public static Occluder none(Landmarks face) {
    return new Occluder(FaceCrop.of(face), new float[SIDE * SIDE]);
  }

  /**
   * @param face points in the picture
   * @param shares 0..1 over {@code FaceCrop.of(face)}, row by row; copied
   * @param side numbers on a side, such as 128
   */
  public static Occluder of(Landmarks face, float[] shares, int side) {
    if (side < 2 || shares.length != side * side) {
      throw new IllegalArgumentException(
          "a square of %d has %d shares, not %d".formatted(side, side * side, shares.length));
    }
    return new Occluder(FaceCrop.of(face), Bilinear.resized(shares, side, SIDE));
  }

  /**
   * @param face points in the picture
   * @param mask of the picture's size, meaning the pixels of what is in front
   */
  public static Occluder of(Landmarks face, Mask mask) {
    FaceCrop crop = FaceCrop.of(face);
    Affine toPicture = crop.toPicture(SIDE);
    float[] shares = new float[SIDE * SIDE];
    for (int i = 0; i < shares.length; i++) {
      int meant = 0;
      for (int k = 0; k < SAMPLES * SAMPLES; k++) {
        double u = i % SIDE + (k % SAMPLES - 1.0) / SAMPLES;
        double v = i / SIDE + (k / SAMPLES - 1.0) / SAMPLES;
        long x = Math.round(toPicture.mapX(u, v));
        long y = Math.round(toPicture.mapY(u, v));
        meant += mask.contains(clamp(x, mask.width()), clamp(y, mask.height())) ? 1 : 0;
      }
      shares[i] = (float) meant / (SAMPLES * SAMPLES);
    }
    return new Occluder(crop, shares);
  }

  private static int clamp(long v, int size) {
    return (int) Math.max(0, Math.min(size - 1, v));
  }

  /** The square of the picture that the shares are about. */
  public FaceCrop crop() {
    return crop;
  }

  /** The shares, row by row, {@link #SIDE} squared; a fresh array. */
  public float[] shares() {
    return shares.clone();
  }

  /**
   * The share of a face that is hidden, 0..1.
   *
   * @param face points in the picture
   */
  public double hidden(Landmarks face) {
    int small = SIDE / 2;
    float[] inside = RenderMaps.draw(face, face, crop, small).face();
    double all = 0, hidden = 0;
    for (int i = 0; i < inside.length; i++) {
      all += inside[i];
      hidden += inside[i] * shares[i / small * 2 * SIDE + i % small * 2];
    }
    return all == 0 ? 0 : hidden / all;
  }

  /** The same where the picture's origin is elsewhere. */
  Occluder shifted(double dx, double dy) {
    FaceCrop moved =
        new FaceCrop(crop.centerX() + dx, crop.centerY() + dy, crop.side(), crop.angle());
    return new Occluder(moved, shares);
  }

  /** The crop of a picture. */
  Image cut(Image picture, ImageKernels kernels) {
    Image cut = Image.create(SIDE, SIDE, picture.channels());
    crop.cut(picture, kernels, cut);
    return cut;
  }
}
