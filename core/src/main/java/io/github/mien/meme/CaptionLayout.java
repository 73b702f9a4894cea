package io.github.mien.meme;

import io.github.mien.image.Rect;
import io.github.mien.meme.Caption.Box;
import io.github.mien.meme.Caption.Edge;
import io.github.mien.meme.TextFlow.Fit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds room for captions. A caption at an edge goes to its own half of the picture if the letters
 * can be nearly as large there as without anything to keep clear of; else to where they are
 * largest, the nearer to the edge the better; else, where no room is left, over what should have
 * been kept clear.
 */
final class CaptionLayout {
  /** Free pixels at the border and around areas, as a share of the shorter side. */
  private static final double BORDER = 0.025;

  /** Height that a caption at an edge takes, as shares: as a rule, and if it is long. */
  private static final double USUAL_HEIGHT = 0.34;

  private static final double MOST_HEIGHT = 0.48;

  /** How much smaller letters may become before a caption leaves its own half. */
  private static final double CONTENT = 0.5;

  /** What the far edge is worth compared with the near one. */
  private static final double FAR = 0.35;

  /** What a share of the width beside the middle costs. */
  private static final double ASIDE = 1.3;

  /** Letters that can be read: pixels of an em, and as a share of the shorter side. */
  private static final double READABLE = 10;

  private static final double READABLE_SHARE = 0.03;

  private final int width;
  private final int height;
  private final int border;
  private final Rect inside;
  private final double least;
  private final List<Rect> taken = new ArrayList<>();

  /**
   * @param width of the picture
   * @param height of the picture
   * @param avoid areas to keep clear
   */
  CaptionLayout(int width, int height, List<Rect> avoid) {
    this.width = width;
    this.height = height;
    int shorter = Math.min(width, height);
    this.border = (int) Math.round(BORDER * shorter);
    this.inside = new Rect(border, border, width - 2 * border, height - 2 * border);
    this.least = Math.max(READABLE, READABLE_SHARE * shorter);
    avoid.forEach(this::take);
  }

  private void take(Rect area) {
    taken.add(
        new Rect(
            area.x() - border,
            area.y() - border,
            area.width() + 2 * border,
            area.height() + 2 * border));
  }

  /**
   * A caption in its place.
   *
   * @param room that it lies in, at the edge it belongs to
   * @param clear whether the room holds nothing to keep clear
   */
  record Placed(Rect room, Fit fit, boolean clear) {}

  /**
   * Finds room for a caption, which later ones keep clear of.
   *
   * @throws CaptionException if it fits nowhere in letters that can be read
   */
  Placed place(Caption caption, TextFlow flow) {
    Placed placed =
        caption.place() instanceof Box box
            ? inBox(box.area(), flow)
            : atEdge((Edge) caption.place(), flow, caption.style());
    if (placed == null) {
      throw tooLong(caption);
    }
    return placed;
  }

  /** Whether a caption has room in its own half; those that do are placed first. */
  boolean isAtHome(Caption caption, TextFlow flow) {
    return caption.place() instanceof Box
        || atHome((Edge) caption.place(), flow, caption.style()) != null;
  }

  /** Keeps later captions off an area that text covers. */
  void keepClear(Rect area) {
    taken.add(area);
  }

  private @Nullable Placed inBox(Rect box, TextFlow flow) {
    Rect room = box.intersection(new Rect(0, 0, width, height));
    if (room.isEmpty()) {
      throw new IllegalArgumentException(
          "the box " + box + " of a caption lies outside the picture of " + width + " x " + height);
    }
    Placed best = null;
    for (Rect free : FreeAreas.of(room, taken)) {
      Fit fit = flow.fit(free.width(), free.height(), least, Math.max(least, free.height()));
      if (fit != null && (best == null || fit.size() > best.fit().size())) {
        best = new Placed(free, fit, true);
      }
    }
    return best != null ? best : over(room, flow, Math.max(least, room.height()));
  }

  private @Nullable Placed over(Rect room, TextFlow flow, double most) {
    Fit fit = flow.fit(room.width(), room.height(), least, most);
    return fit == null ? null : new Placed(room, fit, taken.isEmpty());
  }

  private @Nullable Placed atEdge(Edge edge, TextFlow flow, CaptionStyle style) {
    Placed home = atHome(edge, flow, style);
    if (home != null) {
      return home;
    }
    Placed elsewhere = best(inside, edge, flow, style);
    if (elsewhere != null) {
      return elsewhere;
    }
    for (double share : new double[] {USUAL_HEIGHT, MOST_HEIGHT}) {
      Placed over = over(band(inside, edge, share), flow, most(style));
      if (over != null) {
        return over;
      }
    }
    return null;
  }

  /** Null if there is little room in its own half. */
  private @Nullable Placed atHome(Edge edge, TextFlow flow, CaptionStyle style) {
    Placed home = best(band(inside, edge, 0.5), edge, flow, style);
    if (home == null || taken.isEmpty()) {
      return home;
    }
    Fit ideal = fit(band(inside, edge, USUAL_HEIGHT), flow, style);
    return ideal != null && home.fit().size() < CONTENT * ideal.size() ? null : home;
  }

  private @Nullable Placed best(Rect within, Edge edge, TextFlow flow, CaptionStyle style) {
    Placed best = null;
    double bestWorth = 0;
    for (Rect free : FreeAreas.of(within, taken)) {
      Placed placed = in(free, edge, flow, style);
      if (placed == null) {
        continue;
      }
      double worth = placed.fit().size() * nearness(placed.room(), edge);
      if (worth > bestWorth) {
        best = placed;
        bestWorth = worth;
      }
    }
    return best;
  }

  private @Nullable Placed in(Rect free, Edge edge, TextFlow flow, CaptionStyle style) {
    for (double share : new double[] {USUAL_HEIGHT, MOST_HEIGHT}) {
      Rect room = band(free, edge, Math.min(1, share * height / free.height()));
      Fit fit = fit(room, flow, style);
      if (fit != null) {
        return new Placed(room, fit, true);
      }
    }
    return null;
  }

  private @Nullable Fit fit(Rect room, TextFlow flow, CaptionStyle style) {
    return flow.fit(room.width(), room.height(), least, most(style));
  }

  private double most(CaptionStyle style) {
    return Math.max(least, style.largest() * Math.min(width, height));
  }

  private double nearness(Rect room, Edge edge) {
    double distance = edge == Edge.TOP ? room.y() - inside.y() : inside.bottom() - room.bottom();
    double aside = Math.abs(room.x() + room.width() / 2.0 - width / 2.0) / width;
    return (1 - (1 - FAR) * distance / height) * (1 - ASIDE * aside);
  }

  /** The part of a rectangle that is nearest to an edge. */
  private static Rect band(Rect area, Edge edge, double share) {
    int part = Math.max(1, (int) (area.height() * share));
    int y = edge == Edge.TOP ? area.y() : area.bottom() - part;
    return new Rect(area.x(), y, area.width(), part);
  }

  private CaptionException tooLong(Caption caption) {
    String where =
        caption.place() instanceof Box box
            ? "its box of " + box.area().width() + " x " + box.area().height() + " pixels"
            : "a picture of " + width + " x " + height + " pixels";
    return new CaptionException(
        "a caption of %,d characters does not fit %s in letters that can be read; shorten it"
            .formatted(caption.text().codePointCount(0, caption.text().length()), where));
  }
}
