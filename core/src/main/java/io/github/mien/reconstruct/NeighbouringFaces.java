package io.github.mien.reconstruct;

import io.github.mien.face.Box;
import io.github.mien.face.Face;
import io.github.mien.face.FaceArea;
import io.github.mien.face.Landmarks;
import io.github.mien.image.Image;
import io.github.mien.image.Rect;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The faces around one that is moved, which draws the pixels around it along. Whatever it changed
 * within another's outline or ears is put back, with a soft edge beyond. Where it is in front, its
 * own face, before and after the move, stays as it became.
 */
final class NeighbouringFaces {
  /** Width of soft edges, in eye distances of the face whose outline it is. */
  private static final double EDGE = 0.12;

  /** How far ears stand out of the outline, in eye distances. */
  private static final double EARS = 0.2;

  private final List<SoftArea> moved;
  private final List<SoftArea> inFront = new ArrayList<>();
  private final List<SoftArea> behind = new ArrayList<>();

  private NeighbouringFaces(FaceMove move) {
    moved = List.of(new SoftArea(move.motion().from(), 0), new SoftArea(move.motion().to(), 0));
  }

  static NeighbouringFaces of(FaceMove move, List<Face> all) {
    NeighbouringFaces neighbours = new NeighbouringFaces(move);
    for (Face face : all) {
      if (face != move.face()) {
        // Of two that are alike neither may change the other.
        boolean behind = DepthOrder.isInFront(move.face(), face);
        (behind ? neighbours.behind : neighbours.inFront).add(new SoftArea(face.landmarks(), EARS));
      }
    }
    return neighbours;
  }

  /**
   * @param before the picture before the move
   * @param out the picture after it; written where faces meet
   * @param written the part that the move may have changed
   */
  void putBack(Image before, Image out, Rect written) {
    for (SoftArea face : inFront) {
      putBack(face, List.of(), before, out, written);
    }
    for (SoftArea face : behind) {
      putBack(face, moved, before, out, written);
    }
  }

  private static void putBack(
      SoftArea face, List<SoftArea> covering, Image before, Image out, Rect written) {
    Rect area = face.reach().intersection(written);
    int channels = out.channels();
    for (int y = area.y(); y < area.bottom(); y++) {
      int a = before.index(area.x(), y);
      int b = out.index(area.x(), y);
      int bytes = area.width() * channels;
      for (int i = 0; i < bytes; i += channels) {
        // Most of a neighbour's face is out of the move's reach.
        int same = Arrays.mismatch(before.data(), a + i, a + bytes, out.data(), b + i, b + bytes);
        if (same < 0) {
          break;
        }
        i += same / channels * channels;
        double share = face.share(area.x() + i / channels, y);
        for (SoftArea cover : covering) {
          if (share > 0) {
            share *= 1 - cover.share(area.x() + i / channels, y);
          }
        }
        blend(before.data(), a + i, share, out.data(), b + i, channels);
      }
    }
  }

  private static void blend(byte[] from, int a, double share, byte[] to, int b, int channels) {
    for (int c = 0; c < channels; c++) {
      int level = to[b + c] & 0xff;
      to[b + c] = (byte) Math.round(level + share * ((from[a + c] & 0xff) - level));
    }
  }

  /** A face's area and what is around it: 1 there, less and less beyond. */
  private static final class SoftArea {
    private final FaceArea area;
    private final double around;
    private final double edge;

    /**
     * @param around how far the area reaches beyond the outline, in eye distances
     */
    SoftArea(Landmarks face, double around) {
      area = FaceArea.of(face);
      this.around = around * face.eyeDistance();
      edge = EDGE * face.eyeDistance();
    }

    double share(double x, double y) {
      if (!near(x, y)) {
        return 0;
      }
      if (area.contains(x, y)) {
        return 1;
      }
      double t = Math.max(0, Math.min(1, 1 + (area.depth(x, y) + around) / edge));
      return t * t * (3 - 2 * t);
    }

    private boolean near(double x, double y) {
      Box box = area.bounds();
      double reach = around + edge;
      return x >= box.x0() - reach
          && x <= box.x1() + reach
          && y >= box.y0() - reach
          && y <= box.y1() + reach;
    }

    /** The pixels that have a share. */
    Rect reach() {
      Box box = area.bounds();
      double reach = around + edge;
      int left = (int) Math.floor(box.x0() - reach);
      int top = (int) Math.floor(box.y0() - reach);
      int right = (int) Math.ceil(box.x1() + reach) + 1;
      int bottom = (int) Math.ceil(box.y1() + reach) + 1;
      return new Rect(left, top, right - left, bottom - top);
    }
  }
}
