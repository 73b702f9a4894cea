package io.github.mien.matte;

import io.github.mien.image.Affine;
import io.github.mien.image.Bilinear;
import io.github.mien.image.GuidedFilter;
import io.github.mien.image.Image;
import io.github.mien.image.ImageKernels;
import io.github.mien.reconstruct.PushPull;

/**
 * A head without what was behind it: the matte's edges drawn along those of the picture at its full
 * resolution ({@link GuidedFilter}), and the colours that half-transparent pixels have without the
 * background (Forte 2021, "Approximate fast foreground colour estimation", with smooth colours of
 * both sides by {@link PushPull}).
 */
public final class HeadCutOut {
  /** Pixels on a side of the smooth planes, a power of two. */
  private static final int SIDE = 256;

  /** Standard deviation of the filter's windows in pixels of the planes. */
  private static final double WINDOW = 2.5;

  /** Variance of brightness below which nothing is an edge. */
  private static final float SMOOTH = 1e-3f;

  /** Shares from which on a pixel begins to be, and wholly is, the person. */
  private static final float FROM = 0.2f;

  private static final float WHOLLY = 0.8f;

  /** Shares from which on colours are purely those behind, or the person's. */
  private static final float BEHIND = 0.03f;

  private static final float PERSON = 0.97f;

  /** Levels that both sides must differ by for a pixel's colour to tell its share. */
  private static final float TELLING = 50;

  /** How much a colour that lies on no way between both is distrusted. */
  private static final float ASIDE = 3;

  /** Shares that near to 0 or 1 are these. */
  private static final float NEAR = 0.08f;

  /** Shares further from 0 and 1 than this leaves are up to the colour. */
  private static final float OPEN = 6;

  private final Image picture;
  private final Affine toCrop;
  private final GuidedFilter edges;
  private final float[] person;
  private final float[] behind;
  private final float[] front = new float[3];
  private final float[] back = new float[3];

  private HeadCutOut(
      Image picture, Affine toCrop, GuidedFilter edges, float[] person, float[] behind) {
    this.picture = picture;
    this.toCrop = toCrop;
    this.edges = edges;
    this.person = person;
    this.behind = behind;
  }

  /**
   * Cuts a head out.
   *
   * @param picture RGB or RGBA, that the matte is of; not modified. Where it is transparent, so is
   *     the head
   * @param matte not modified
   * @param kernels cut and blur
   * @return RGBA of the same size; the colours are the head's, handed on to where it is not
   */
  public static Image of(Image picture, Matte matte, ImageKernels kernels) {
    Image cut = Image.create(SIDE, SIDE, picture.channels());
    matte.crop().cut(picture, kernels, cut);
    float[] shares = matte.enlarged(SIDE);
    float[] person = colours(cut, shares, PERSON, 1);
    float[] behind = colours(cut, shares, 0, BEHIND);
    GuidedFilter edges = GuidedFilter.fit(cut, shares, WINDOW, SMOOTH, kernels);
    Affine toCrop = matte.crop().toPicture(SIDE).inverse();
    return new HeadCutOut(picture, toCrop, edges, person, behind).draw();
  }

  /** Colours of the pixels whose shares are within bounds, handed on to the others. */
  private static float[] colours(Image cut, float[] shares, float low, float high) {
    float[] known = new float[shares.length];
    float[] planes = new float[3 * shares.length];
    for (int i = 0; i < shares.length; i++) {
      known[i] = shares[i] >= low && shares[i] <= high ? 1 : 0;
      for (int c = 0; c < 3; c++) {
        planes[c * shares.length + i] = cut.sample(i % SIDE, i / SIDE, c);
      }
    }
    PushPull.fill(planes, known, SIDE);
    return planes;
  }

  private Image draw() {
    Image cut = Image.create(picture.width(), picture.height(), 4);
    for (int y = 0; y < picture.height(); y++) {
      for (int x = 0; x < picture.width(); x++) {
        draw(x, y, cut.data(), cut.index(x, y));
      }
    }
    Affine toPicture = toCrop.inverse();
    int middleX = (int) Math.round(toPicture.mapX(SIDE / 2.0, SIDE / 2.0));
    int middleY = (int) Math.round(toPicture.mapY(SIDE / 2.0, SIDE / 2.0));
    OnePart.keep(cut, middleX, middleY);
    return cut;
  }

  private void draw(int x, int y, byte[] to, int out) {
    float u = (float) toCrop.mapX(x, y);
    float v = (float) toCrop.mapY(x, y);
    int in = picture.index(x, y);
    boolean inside = u > -0.5f && v > -0.5f && u < SIDE - 0.5f && v < SIDE - 0.5f;
    float share = inside ? between(edges.at(picture, x, y, u, v)) : 0;
    float alpha = share;
    if (share < 1) {
      for (int c = 0; c < 3; c++) {
        front[c] = Bilinear.at(person, c * SIDE * SIDE, SIDE, u, v);
        back[c] = Bilinear.at(behind, c * SIDE * SIDE, SIDE, u, v);
      }
      alpha = share == 0 ? 0 : keyed(share, in);
    }
    for (int c = 0; c < 3; c++) {
      float level = picture.data()[in + c] & 0xff;
      to[out + c] = (byte) Math.round(alpha == 1 ? level : colour(c, level, alpha));
    }
    float shown = picture.hasAlpha() ? alpha * (picture.data()[in + 3] & 0xff) : 255 * alpha;
    to[out + 3] = (byte) Math.round(shown);
  }

  /**
   * The share of a pixel that its colour tells, where the matte is unsure: how far it lies on the
   * way from the colours behind to the person's, as far as these differ and it lies on that way.
   */
  private float keyed(float share, int in) {
    float dot = 0, way = 0, off = 0;
    for (int c = 0; c < 3; c++) {
      float difference = front[c] - back[c];
      float level = (picture.data()[in + c] & 0xff) - back[c];
      dot += difference * level;
      way += difference * difference;
      off += level * level;
    }
    if (way == 0) {
      return share;
    }
    float aside = Math.max(0, off - dot * dot / way);
    float trust = way / (way + TELLING * TELLING + ASIDE * aside);
    float open = Math.min(1, OPEN * share * (1 - share));
    float told = Math.max(0, Math.min(1, dot / way));
    float alpha = share + trust * open * (told - share);
    return Math.max(0, Math.min(1, (alpha - NEAR) / (1 - 2 * NEAR)));
  }

  private float colour(int channel, float level, float alpha) {
    float mixed = alpha * front[channel] + (1 - alpha) * back[channel];
    return Math.max(0, Math.min(255, front[channel] + alpha * (level - mixed)));
  }

  private static float between(float share) {
    return Math.max(0, Math.min(1, (share - FROM) / (WHOLLY - FROM)));
  }
}
