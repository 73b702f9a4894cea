package io.github.mien.reconstruct;

import io.github.mien.face.FaceMesh;
import io.github.mien.face.Landmarks;
import io.github.mien.image.Rect;

/**
 * Teeth where no photo shows any: two rows of average shape, nobody's. The upper row stands still
 * in the head, just below where the lips meet at rest; the lower one follows the chin. Lips uncover
 * of them what they part.
 */
final class Dentition {
  /** Between the outer corners of an adult's eyes, in millimetres. */
  private static final double EYE_DISTANCE = 90;

  /** How far upper teeth come down below the line of lips at rest, and lower ones overlap them. */
  private static final double SHOWING = 2.2;

  private static final double OVERBITE = 2;

  /** How far teeth lie behind the lips. */
  private static final double BEHIND_LIPS = 5;

  private static final double LOWER_BEHIND_UPPER = 2;

  private static final int[] CHIN = {152, 148, 377, 175};

  /** How far from the edge of its teeth a lower lip uncovers them at most: drawn down, ... */
  private static final double UNCOVERED = 10.5;

  /** ... and hanging from a jaw that has dropped by so much. */
  private static final double UNCOVERED_HANGING = 4.5;

  private static final double DROPPED = 14;

  /** Enamel as a share of the whitest that teeth may be. */
  private static final float[] ENAMEL = {0.96f, 0.91f, 0.84f};

  /** In the shade of a mouth red stays longest: powers of the light. */
  private static final float[] SHADE = {0.85f, 1.04f, 1.12f};

  /** How soft edges are, in pixels, and the gums' at least, in millimetres. */
  private static final double SOFT = 0.7;

  private static final double SOFTEST_GUM = 0.35;

  /** Gums as a share of the skin around the mouth. */
  private static final float[] GUMS = {0.80f, 0.52f, 0.52f};

  private final SkinTone tone;
  private final double perMillimetre;
  private final double originX;
  private final double originY;
  private final double[] right;
  private final double[] down;
  private final double[] back;
  private final double jawDrop;

  /**
   * @param from the face at rest, lips shut
   * @param to the face whose lips part
   * @param tone of the picture
   */
  Dentition(Landmarks from, Landmarks to, SkinTone tone) {
    this.tone = tone;
    right = unit(between(from, FaceMesh.RIGHT_EYE_OUTER, FaceMesh.LEFT_EYE_OUTER));
    double[] axis = between(from, 10, 152);
    double along = dot(axis, right);
    down =
        unit(
            new double[] {
              axis[0] - along * right[0], axis[1] - along * right[1], axis[2] - along * right[2]
            });
    back = cross(right, down);
    perMillimetre = from.eyeDistance() / Math.hypot(right[0], right[1]) / EYE_DISTANCE;
    originX = (from.x(13) + from.x(14)) / 2;
    originY = (from.y(13) + from.y(14)) / 2;
    double chin = 0;
    for (int point : CHIN) {
      chin += down(to.x(point) - from.x(point), to.y(point) - from.y(point)) / CHIN.length;
    }
    double lip = down(to.x(14) - originX, to.y(14) - originY);
    double hanging = Smooth.step(chin / DROPPED);
    double uncovered = UNCOVERED + hanging * (UNCOVERED_HANGING - UNCOVERED);
    jawDrop = Math.max(0, Math.max(chin, lip - uncovered));
  }

  /** How far down the face a way in the picture leads, in millimetres. */
  private double down(double x, double y) {
    double flat = Math.max(0.25, down[0] * down[0] + down[1] * down[1]);
    return (x * down[0] + y * down[1]) / flat / perMillimetre;
  }

  private static double[] between(Landmarks points, int a, int b) {
    return new double[] {
      points.x(b) - points.x(a), points.y(b) - points.y(a), points.z(b) - points.z(a)
    };
  }

  private static double[] unit(double[] v) {
    double length = Math.max(1e-9, Math.sqrt(dot(v, v)));
    return new double[] {v[0] / length, v[1] / length, v[2] / length};
  }

  private static double dot(double[] a, double[] b) {
    return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
  }

  private static double[] cross(double[] a, double[] b) {
    return new double[] {
      a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]
    };
  }

  /**
   * Paints both rows.
   *
   * @param inside of the mouth; modified where teeth are
   * @param shown how much of each pixel teeth cover, 0..1; written
   * @param lips that part
   */
  void paint(Patch inside, float[] shown, Opening lips, Rect area) {
    new RowPainter(ToothRow.LOWER, inside, shown, lips).paint(area);
    new RowPainter(ToothRow.UPPER, inside, shown, lips).paint(area);
  }

  /** Paints one row. */
  private final class RowPainter {
    private final ToothRow row;
    private final Patch inside;
    private final float[] shown;
    private final Opening lips;
    private final boolean upper;
    private final double edge;
    private final double behind;
    private final double soft = SOFT / perMillimetre;
    private final double softGum = Math.max(soft, SOFTEST_GUM);
    private final double det = right[0] * down[1] - right[1] * down[0];

    /** Where on the row the pixel in hand lies, in millimetres. */
    private double x;

    private double y;

    RowPainter(ToothRow row, Patch inside, float[] shown, Opening lips) {
      this.row = row;
      this.inside = inside;
      this.shown = shown;
      this.lips = lips;
      upper = row == ToothRow.UPPER;
      edge = upper ? SHOWING : SHOWING - OVERBITE + jawDrop;
      behind = upper ? BEHIND_LIPS : BEHIND_LIPS + LOWER_BEHIND_UPPER;
    }

    void paint(Rect area) {
      int i = 0;
      for (int py = area.y(); py < area.bottom(); py++) {
        for (int px = area.x(); px < area.right(); px++, i++) {
          if (inside.share[i] > 0) {
            paint(i, px, py);
          }
        }
      }
    }

    private void paint(int pixel, int px, int py) {
      locate(px, py);
      int tooth = row.tooth(x);
      if (tooth == row.count()) {
        return;
      }
      double across = row.across(tooth, x);
      double up = (upper ? edge - y : y - edge) - row.edge(tooth, across, x);
      double cover = Smooth.clamp(0.5 + up / (2 * soft));
      if (cover == 0) {
        return;
      }
      double height = row.height(tooth, across);
      double gum = Smooth.clamp(0.5 + (up - height) / (2 * softGum));
      double underLip = (lips.t(px, py) - lips.upper(lips.s(px, py))) / perMillimetre;
      double light = light(row, x, underLip);
      double relief = relief(row, tooth, across, up / height);
      mix(pixel, shown[pixel] > 0 ? cover : 1, light, relief, gum);
      shown[pixel] = (float) Math.max(shown[pixel], cover);
    }

    /** The arch's depth at x shifts x itself, so it is found in rounds. */
    private void locate(int px, int py) {
      double ux = (px - originX) / perMillimetre;
      double uy = (py - originY) / perMillimetre;
      x = 0;
      for (int round = 0; round < 3; round++) {
        double z = behind + row.depth(x);
        double vx = ux - z * back[0];
        double vy = uy - z * back[1];
        x = (vx * down[1] - vy * down[0]) / det;
        y = (right[0] * vy - right[1] * vx) / det;
      }
    }

    private void mix(int pixel, double share, double light, double relief, double gum) {
      byte[] data = inside.image.data();
      for (int c = 0; c < 3; c++) {
        double enamel = tone.whitestTeeth() * ENAMEL[c] * Math.pow(light * relief, SHADE[c]);
        double flesh = gum == 0 ? 0 : tone.skin(c) * GUMS[c] * Math.pow(light, SHADE[c]);
        int k = pixel * inside.image.channels() + c;
        double under = data[k] & 0xff;
        double mixed = under + share * (enamel + gum * (flesh - enamel) - under);
        data[k] = (byte) (int) Math.max(0, Math.min(255, mixed + 0.5));
      }
    }
  }

  /** How much light falls into the mouth there, 0..1. */
  private static double light(ToothRow row, double x, double underLip) {
    double away = 0.4 + 0.6 * row.facing(x);
    double deep = Math.exp(-row.depth(x) / 24);
    double shadow = 0.6 + 0.4 * Smooth.step(underLip / 4.5);
    return away * deep * shadow * (row == ToothRow.LOWER ? 0.82 : 1);
  }

  /** How much of it a tooth gives back: it is round, and dark where it meets the next. */
  private static double relief(ToothRow row, int tooth, double across, double up) {
    double gap = (1 - Math.abs(across)) * row.width(tooth) / 2;
    double crevice = 1 - 0.22 * Math.exp(-gap * gap / (2 * 0.28 * 0.28));
    double edge = 1 - 0.07 * Math.exp(-12 * Math.max(0, up));
    return (1 - 0.09 * across * across) * crevice * edge;
  }
}
