package io.github.mien.reconstruct;

/**
 * Where the lashes of an upper lid darken a picture: a line at the lid's edge, and hairs that hang
 * from it, longest and leaning outwards at the outer end. u runs along the lid from its outer end
 * (0) to its inner (1).
 */
final class Lashes {
  /** How dark the line and the hairs are, 0..1. */
  private static final double LINE = 0.85;

  private static final double HAIR = 0.85;

  /** Lengths as shares of the distance between the eyes' outer corners. */
  private static final double ABOVE = 0.009;

  private static final double ROOT = 0.014;
  private static final double LENGTH = 0.07;

  /** Hairs along a lid. */
  private static final double HAIRS = 22;

  /** Share of the lid from either end on which lashes begin. */
  private static final double ENDS = 0.1;

  private final double unit;
  private final double lid;
  private final double reach;
  private final double single;

  /**
   * @param unit the distance between the eyes' outer corners in pixels
   * @param lid the lid's length in pixels
   * @param shut how far the eye is shut, 0..1: lashes of a lid that is up point to the viewer
   */
  Lashes(double unit, double lid, double shut) {
    this.unit = unit;
    this.lid = lid;
    reach = LENGTH * (0.3 + 0.7 * shut) * unit;
    // Hairs that are finer than pixels are a shadow.
    single = Smooth.clamp(lid / (2 * HAIRS));
  }

  /**
   * How much of a pixel the lashes cover, 0..1.
   *
   * @param below the lid's edge, in pixels
   */
  double cover(double u, double below) {
    double line = ends(u) * line(u, below);
    return below > 0 ? Math.max(line, hair(u, below)) : line;
  }

  private double line(double u, double below) {
    double width = (below < 0 ? ABOVE : ROOT * (1.25 - 0.5 * u)) * unit;
    double d = below / Math.max(0.7, width);
    return LINE * (1 - 0.3 * u) * Math.exp(-d * d);
  }

  private double hair(double u, double below) {
    double lean = 0.9 - 1.3 * u;
    double root = u + below / lid * lean;
    double length = reach * (1.2 - 0.75 * root) * (0.7 + 0.3 * Math.sin(53 * root));
    double tip = Smooth.clamp(1 - below / Math.max(1e-3, length));
    if (tip == 0) {
      return 0;
    }
    double uneven = 2.2 * Math.sin(31 * root) + 1.3 * Math.sin(71 * root + 1);
    double strand = 0.5 + 0.5 * single * Math.cos(2 * Math.PI * HAIRS * root + uneven);
    return HAIR * tip * (0.35 * tip + 0.65 * strand) * ends(root);
  }

  private static double ends(double u) {
    return Smooth.step(Math.min(u, 1 - u) / ENDS);
  }
}
