package io.github.mien.reconstruct;

import io.github.mien.blend.ColourStatistics;
import io.github.mien.blend.ColourTransfer;
import io.github.mien.blend.Mask;
import io.github.mien.blend.Oklab;
import io.github.mien.face.FaceMesh;
import io.github.mien.face.Landmarks;
import io.github.mien.image.Image;
import io.github.mien.image.Rect;
import org.jspecify.annotations.Nullable;

/**
 * The light that a face is seen in: mean and deviation of the skin around the mouth and the colour
 * of the eyes' whites. What lies in a mouth follows these from one photo to another: its own
 * statistics would make a dark cavity of teeth, or teeth of a cavity.
 *
 * <p>The numbers below were fitted on photos of people who rest and smile, their light changed by
 * known gains, gammas and tints.
 */
final class FaceLight {
  /** Skin: along the nose's wings, the cheeks and the chin. */
  private static final int[] AROUND_MOUTH = {
    205, 50, 187, 214, 210, 211, 32, 208, 199, 428, 262, 431, 430, 434, 411, 280, 425, 426, 327,
    326, 2, 97, 98, 206
  };

  /** What the whites have to say; the rest is the skin's, which tells people apart as well. */
  private static final double WHITES = 0.7;

  /** Whites darker than this part of the skin's lightness lie behind glasses or in deep shade. */
  private static final double SHADED = 0.85;

  /** Half a difference of this size, in the logarithm of lightness, is believed to be light. */
  private static final double DOUBT = 0.05;

  /** The same of the deviation of skin, to which a smile's folds add. */
  private static final double DOUBT_OF_SPREAD = 0.15;

  /** By how much lightness changes at most. */
  private static final double DARKEST = 0.3;

  private static final double LIGHTEST = 1.9;

  /**
   * What is believed of a difference between green and red: light goes from blue to yellow, skin is
   * more or less red.
   */
  private static final double REDNESS = 0.4;

  /** How far contrast may depart from what the change of lightness alone does to it. */
  private static final double CONTRAST = 1.33;

  /** Below this deviation skin is a flat colour and its spread says nothing. */
  private static final double FLAT = 0.005;

  /** From this part of the mean lightness down colours go to black. */
  private static final double DARK = 0.5;

  private final ColourStatistics skin;
  private final @Nullable Oklab whites;

  FaceLight(Image image, Landmarks face) {
    skin = skin(image, face);
    EyeWhites eyes = new EyeWhites(image, face);
    Oklab white = eyes.visible() ? eyes.colour() : null;
    whites = white != null && white.l() > SHADED * skin.mean().l() ? white : null;
  }

  private static ColourStatistics skin(Image image, Landmarks face) {
    double[] around = face.xy(AROUND_MOUTH);
    double[] lips = face.xy(FaceMesh.outerLips());
    Rect area = bounds(around).intersection(image.bounds());
    if (area.isEmpty()) {
      return ColourStatistics.of(image);
    }
    Mask mask = Mask.create(area.width(), area.height());
    mask.draw(moved(around, area), true);
    mask.draw(moved(lips, area), false);
    boolean none = mask.bounds(new Rect(0, 0, area.width(), area.height())).isEmpty();
    return ColourStatistics.of(image.view(area), none ? null : mask);
  }

  private static Rect bounds(double[] xy) {
    double x0 = xy[0], x1 = xy[0], y0 = xy[1], y1 = xy[1];
    for (int i = 2; i < xy.length; i += 2) {
      x0 = Math.min(x0, xy[i]);
      x1 = Math.max(x1, xy[i]);
      y0 = Math.min(y0, xy[i + 1]);
      y1 = Math.max(y1, xy[i + 1]);
    }
    int left = (int) Math.floor(Math.max(-1e6, x0));
    int top = (int) Math.floor(Math.max(-1e6, y0));
    int right = (int) Math.ceil(Math.min(1e6, x1)) + 1;
    int bottom = (int) Math.ceil(Math.min(1e6, y1)) + 1;
    return new Rect(left, top, Math.max(0, right - left), Math.max(0, bottom - top));
  }

  private static double[] moved(double[] xy, Rect area) {
    double[] moved = new double[xy.length];
    for (int i = 0; i < xy.length; i += 2) {
      moved[i] = xy[i] - area.x();
      moved[i + 1] = xy[i + 1] - area.y();
    }
    return moved;
  }

  /** What gives the inside of another photo's mouth this photo's light. */
  ColourTransfer from(FaceLight other) {
    boolean seen = whites != null && other.whites != null;
    Oklab theirs = other.mean(seen);
    Oklab ours = mean(seen);
    double change = believed(ours.l() / theirs.l(), DOUBT);
    double lighter = Math.max(DARKEST, Math.min(LIGHTEST, change));
    Oklab before = other.skin.deviation();
    double spread = (skin.deviation().l() + FLAT) / (before.l() + FLAT) / lighter;
    double believed = believed(spread, DOUBT_OF_SPREAD);
    double contrast = lighter * Math.max(1 / CONTRAST, Math.min(CONTRAST, believed));
    double red = lighter * theirs.a() + REDNESS * (ours.a() - lighter * theirs.a());
    Oklab mean = new Oklab(lighter * theirs.l(), red, ours.b());
    Oklab deviation = new Oklab(contrast * before.l(), lighter * before.a(), lighter * before.b());
    return ColourTransfer.between(
            new ColourStatistics(theirs, before), new ColourStatistics(mean, deviation))
        .keepingBlack(Math.min(1, DARK * theirs.l()));
  }

  private Oklab mean(boolean withWhites) {
    Oklab around = skin.mean();
    if (!withWhites || whites == null) {
      return new Oklab(Math.max(0.02, around.l()), around.a(), around.b());
    }
    return new Oklab(
        Math.max(0.02, mix(around.l(), whites.l())),
        mix(around.a(), whites.a()),
        mix(around.b(), whites.b()));
  }

  private static double mix(double skin, double white) {
    return skin + WHITES * (white - skin);
  }

  /** Small differences may be the faces', large ones are the photos'. */
  private static double believed(double ratio, double doubt) {
    double log = Math.log(ratio);
    return Math.exp(log * Math.abs(log) / (Math.abs(log) + doubt));
  }
}
