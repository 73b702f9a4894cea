package io.github.mien.blend;

import io.github.mien.image.Image;
import io.github.mien.image.Rect;

/**
 * Gives a part of a picture the light and the colours of another: mean and deviation of each
 * channel in Oklab become those wanted (Reinhard and others 2001, <a
 * href="https://doi.org/10.1109/38.946629">Color Transfer between Images</a>; between layers of a
 * network the same is called adaptive instance normalisation, Huang and Belongie 2017,
 * arXiv:1703.06868). What is changed need not be what the statistics are of: teeth may follow skin.
 *
 * <p>Immutable and thread-safe.
 */
public final class ColourTransfer {
  /** Below this deviation a channel holds nothing but noise, which is not to be amplified. */
  private static final double FLAT = 2e-3;

  private final float[] scale;
  private final float[] shift;
  private final float knee;

  private ColourTransfer(float[] scale, float[] shift, float knee) {
    this.scale = scale;
    this.shift = shift;
    this.knee = knee;
  }

  /**
   * What brings colours of one kind to another.
   *
   * @param from what the colours are
   * @param to what they shall be
   */
  public static ColourTransfer between(ColourStatistics from, ColourStatistics to) {
    float[] scale = {
      scale(from.deviation().l(), to.deviation().l()),
      scale(from.deviation().a(), to.deviation().a()),
      scale(from.deviation().b(), to.deviation().b())
    };
    float[] shift = {
      (float) (to.mean().l() - scale[0] * from.mean().l()),
      (float) (to.mean().a() - scale[1] * from.mean().a()),
      (float) (to.mean().b() - scale[2] * from.mean().b())
    };
    return new ColourTransfer(scale, shift, 0);
  }

  private static float scale(double from, double to) {
    return (float) (to / Math.max(FLAT, from));
  }

  /**
   * The same for colours down to a lightness, and from there in a straight line to a black that
   * stays black: for parts that are darker than what the statistics are of.
   *
   * @param lightness above 0, at most 1
   */
  public ColourTransfer keepingBlack(double lightness) {
    if (!(lightness > 0 && lightness <= 1)) {
      throw new IllegalArgumentException("a lightness is above 0 and at most 1, not " + lightness);
    }
    return new ColourTransfer(scale, shift, (float) lightness);
  }

  /**
   * What becomes of a colour.
   *
   * @param colour of any lightness
   */
  public Oklab apply(Oklab colour) {
    float[] lab = {(float) colour.l(), (float) colour.a(), (float) colour.b()};
    apply(lab);
    return new Oklab(lab[0], lab[1], lab[2]);
  }

  /**
   * Changes a whole picture.
   *
   * @param image modified; alpha stays
   * @param strength 0 for nothing to 1 for all
   */
  public void apply(Image image, double strength) {
    float share = share(strength);
    float[] lab = new float[3];
    for (int y = 0; y < image.height(); y++) {
      int i = image.index(0, y);
      for (int end = i + image.width() * image.channels(); i < end; i += image.channels()) {
        apply(image.data(), i, share, lab);
      }
    }
  }

  /**
   * Changes the pixels that a mask means.
   *
   * @param image modified; alpha stays
   * @param mask of the image's size
   * @param strength 0 for nothing to 1 for all
   */
  public void apply(Image image, Mask mask, double strength) {
    mask.checkFits(image);
    float share = share(strength);
    Rect area = mask.bounds(image.bounds());
    float[] lab = new float[3];
    for (int y = area.y(); y < area.bottom(); y++) {
      for (int x = area.x(); x < area.right(); x++) {
        if (mask.data()[mask.index(x, y)] != 0) {
          apply(image.data(), image.index(x, y), share, lab);
        }
      }
    }
  }

  private static float share(double strength) {
    if (!(strength >= 0 && strength <= 1)) {
      throw new IllegalArgumentException("strength must be from 0 to 1, not " + strength);
    }
    return (float) strength;
  }

  private void apply(byte[] rgb, int at, float share, float[] lab) {
    OklabPixels.read(rgb, at, lab);
    float l = lab[0], a = lab[1], b = lab[2];
    apply(lab);
    lab[0] = l + share * (lab[0] - l);
    lab[1] = a + share * (lab[1] - a);
    lab[2] = b + share * (lab[2] - b);
    OklabPixels.write(lab, rgb, at);
  }

  private void apply(float[] lab) {
    if (lab[0] < knee) {
      // As at the knee, and in proportion from there on.
      float down = lab[0] / knee;
      lab[0] = down * (scale[0] * knee + shift[0]);
      lab[1] = scale[1] * lab[1] + down * shift[1];
      lab[2] = scale[2] * lab[2] + down * shift[2];
      return;
    }
    for (int c = 0; c < 3; c++) {
      lab[c] = scale[c] * lab[c] + shift[c];
    }
  }
}
