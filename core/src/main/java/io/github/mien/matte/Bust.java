package io.github.mien.matte;

import io.github.mien.face.FaceCrop;
import io.github.mien.image.Affine;
import io.github.mien.image.Image;

/**
 * Ends shoulders in a curve, as those of a bust. Where a matte's square ends they would be cut
 * straight.
 */
public final class Bust {
  /** Half the width, and the height below the middle of the face, as shares of the square. */
  private static final double WIDTH = 0.34;

  private static final double HEIGHT = 0.37;

  /** Half the width above, for hair. */
  private static final double WIDEST = 0.49;

  /** How far above the middle it has that width. */
  private static final double UP = 0.2;

  /** Exponent of the curve: 2 for an ellipse. */
  private static final double ROUND = 3;

  /** Width of the soft edge as a share of the curve's radius. */
  private static final double EDGE = 0.008;

  private Bust() {}

  /**
   * Makes transparent what lies beyond the curve, and what is no longer connected with the face.
   *
   * @param cut RGBA; modified
   * @param square that the matte is of ({@link HeadMatte#crop}), in pixels of {@code cut}
   */
  public static void round(Image cut, FaceCrop square) {
    Affine toSquare = square.toPicture().inverse();
    for (int y = 0; y < cut.height(); y++) {
      for (int x = 0; x < cut.width(); x++) {
        int at = cut.index(x, y) + 3;
        if (cut.data()[at] != 0) {
          double share = share(toSquare.mapX(x, y), toSquare.mapY(x, y));
          cut.data()[at] = (byte) Math.round(share * (cut.data()[at] & 0xff));
        }
      }
    }
    OnePart.keep(cut, (int) Math.round(square.centerX()), (int) Math.round(square.centerY()));
  }

  private static double share(double u, double v) {
    double across = Math.abs(u) / width(v);
    double down = Math.max(0, v) / HEIGHT;
    if (across >= 1 || down >= 1) {
      return 0;
    }
    double radius = Math.pow(Math.pow(across, ROUND) + Math.pow(down, ROUND), 1 / ROUND);
    return Math.max(0, Math.min(1, (1 - radius) / EDGE));
  }

  /** Wider above the middle, for hair. */
  private static double width(double v) {
    double up = Math.max(0, Math.min(1, -v / UP));
    return WIDTH + up * up * (3 - 2 * up) * (WIDEST - WIDTH);
  }
}
