package io.github.mien.reconstruct;

import io.github.mien.face.Landmarks;
import io.github.mien.image.Image;
import io.github.mien.image.ImageKernels;
import io.github.mien.image.Rect;
import org.jspecify.annotations.Nullable;

/**
 * What shows between the lips. Teeth hold still while lips slide over them: the target's own where
 * its mouth is open already, else those of the source; below what either shows lies a shaded
 * cavity.
 */
final class MouthLayer {
  /** Width of the lips' rim, as a share of the distance between the eyes' outer corners. */
  private static final double RIM = 0.009;

  /** The same where a shut mouth opens: landmarks miss the line between the lips by as much. */
  private static final double OPENING_RIM = 0.018;

  /** The same at most where there are teeth to be shown, as a share of the opening. */
  private static final double SHOWN = 0.25;

  /** How far the lips' edge is taken into the lip where the mouth shuts, likewise. */
  private static final double TUCK = 0.02;

  /** A mouth shows something where it is open by at least this much, likewise. */
  private static final double OPEN = 0.02;

  /** Lips that move past each other by less show nothing new, likewise. */
  private static final double STILL = 0.002;

  /** The share of the wanted opening from which on the target's own teeth will do. */
  private static final double OWN = 0.4;

  /** Lips that touch but shine leave landmarks a gap up to this, likewise: nothing shows in it. */
  private static final double SHINE = 0.03;

  /** How much teeth may be squeezed or stretched to fit the wanted opening. */
  private static final double SQUEEZE = 0.75;

  private static final double STRETCH = 1.4;

  /** The lower part of an opening, as a share of its height, in which teeth fade into the dark. */
  private static final double LAST = 0.3;

  /** Rim of another's mouth that may still be lip, as a share of that face's eye distance. */
  private static final double INSET = 0.014;

  private static final double MOST_CUT = 0.15;

  private final Landmarks from;
  private final Landmarks to;
  private final Opening before;
  private final Opening after;
  private final double unit;

  private MouthLayer(Landmarks from, Landmarks to) {
    this.from = from;
    this.to = to;
    before = new Opening(from, Opening.LIPS);
    after = new Opening(to, Opening.LIPS);
    unit = to.eyeDistance();
  }

  static void paint(
      Image target,
      Landmarks from,
      Landmarks to,
      @Nullable FacePhoto source,
      ImageKernels kernels,
      Image out) {
    new MouthLayer(from, to).paint(target, source, kernels, out);
  }

  private void paint(Image target, @Nullable FacePhoto source, ImageKernels kernels, Image out) {
    FacePhoto theirs = source == null || shut(source) || before.gap() > enough() ? null : source;
    double rim = rim(theirs != null);
    Rect area = after.bounds((int) Math.ceil(rim)).intersection(out.bounds());
    double widest = Math.max(before.gap(), after.gap());
    if (area.isEmpty() || widest < OPEN / 4 * unit || still()) {
      return;
    }
    Patch content = new Patch(area, theirs == null ? out.channels() : theirs.image().channels());
    Rims rims = new Rims(before, after, rim, TUCK * unit, true, area, out.channels());
    rims.place(content.share);
    if (theirs == null) {
      showOwn(content, area, target, kernels);
    } else {
      showTheirs(content, area, target, theirs, kernels);
    }
    new InnerLip(target, before, from.eyeDistance()).paint(content, after, area);
    rims.paint(content, target, kernels, out);
  }

  /** Whether the lips move as one, if at all, so that the mesh has done all there is to do. */
  private boolean still() {
    double most = 0;
    for (int lip : Opening.LIPS) {
      double dx = to.x(lip) - from.x(lip) - (to.x(Opening.LIPS[0]) - from.x(Opening.LIPS[0]));
      double dy = to.y(lip) - from.y(lip) - (to.y(Opening.LIPS[0]) - from.y(Opening.LIPS[0]));
      most = Math.max(most, Math.hypot(dx, dy));
    }
    return most < STILL * unit;
  }

  /** How wide the lips' rims are; a small show of teeth that the source has stays between them. */
  private double rim(boolean teeth) {
    boolean opens = before.gap() < OPEN * unit && after.gap() > OPEN * unit;
    double most = teeth ? SHOWN * after.gap() : OPENING_RIM * unit;
    double opening = opens ? Math.min(OPENING_RIM * unit, most) : 0;
    return Math.max(0.6, Math.max(RIM * unit, opening));
  }

  private double enough() {
    return Math.max(SHINE * unit, OWN * after.gap());
  }

  private void showOwn(Patch content, Rect area, Image target, ImageKernels kernels) {
    double narrower = Math.min(1, after.length() / before.length());
    float[] shown =
        before.gap() > OPEN * unit
            ? place(content, before, narrower, 0, area)
            : new float[content.share.length];
    content.resample(target, kernels);
    SkinTone tone = SkinTone.of(target, from);
    if (before.gap() <= OPEN * unit) {
      new Dentition(from, to, tone).paint(content, shown, after, area);
    }
    new Cavity(tone).fillBehind(content, shown, after, area);
  }

  private void showTheirs(
      Patch content, Rect area, Image target, FacePhoto source, ImageKernels kernels) {
    Landmarks theirs = source.face().landmarks();
    SkinTone tone = SkinTone.of(target, from);
    double inset = INSET * theirs.eyeDistance();
    float[] shown = place(content, new Opening(theirs, Opening.LIPS), 1, inset, area);
    content.resample(source.image(), kernels);
    new FaceLight(target, from).from(new FaceLight(source.image(), theirs)).apply(content.image, 1);
    darken(content.image, tone.whitestTeeth() / brightest(content));
    new Cavity(tone).fillBehind(content, shown, after, area);
  }

  private static boolean shut(FacePhoto photo) {
    Landmarks face = photo.face().landmarks();
    return new Opening(face, Opening.LIPS).gap() < OPEN * face.eyeDistance();
  }

  /**
   * Places the teeth of a photo behind the target's lips: fitted to the opening as far as they may
   * be squeezed or stretched, then cut off by the lower lip and the corners or leaving a gap below.
   *
   * @param narrower how much narrower than the photo's the target's mouth becomes, at most 1
   * @param inset how much of the upper and the lower end is left out, in the photo's pixels
   * @return how much of each pixel they cover, 0..1
   */
  private float[] place(Patch content, Opening teeth, double narrower, double inset, Rect area) {
    double wanted =
        Math.max(1e-3, after.gap() * narrower / after.length() * teeth.length() / teeth.gap());
    double scale = wanted / Math.max(SQUEEZE, Math.min(STRETCH, wanted));
    float[] shown = new float[area.width() * area.height()];
    int i = 0;
    for (int y = area.y(); y < area.bottom(); y++) {
      for (int x = area.x(); x < area.right(); x++, i++) {
        if (content.share[i] == 0) {
          content.skip(i, x, y);
          continue;
        }
        double s = after.s(x, y);
        double upper = after.upper(s);
        double height = Math.max(0.5, after.lower(s) - upper);
        double down = scale * (after.t(x, y) - upper) / height;
        double across = Smooth.clamp(0.5 + narrower * (s - 0.5));
        double all = Math.max(0, teeth.lower(across) - teeth.upper(across));
        double cut = Math.min(inset, MOST_CUT * all);
        double top = teeth.upper(across) + cut;
        double depth = all - 2 * cut;
        content.place(i, teeth, across, top + Smooth.clamp(down) * depth);
        double end = (1 - down) * depth / (LAST * teeth.gap());
        shown[i] = scale <= 1 ? 1 : (float) Smooth.step(end);
      }
    }
    return shown;
  }

  /** The brightness that one in twenty of the pixels that show exceeds. */
  private static int brightest(Patch content) {
    int[] count = new int[256];
    byte[] data = content.image.data();
    int shown = 0;
    for (int i = 0, k = 0; i < content.share.length; i++, k += content.image.channels()) {
      if (content.share[i] > 0.5f) {
        count[((data[k] & 0xff) + (data[k + 1] & 0xff) + (data[k + 2] & 0xff)) / 3]++;
        shown++;
      }
    }
    int level = 255;
    for (int rest = shown / 20; level > 1 && (rest -= count[level]) >= 0; ) {
      level--;
    }
    return level;
  }

  /** Teeth must not glow. */
  private static void darken(Image image, float factor) {
    if (factor >= 1) {
      return;
    }
    byte[] data = image.data();
    for (int i = 0; i < data.length; i++) {
      data[i] = (byte) (int) ((data[i] & 0xff) * factor + 0.5f);
    }
  }
}
