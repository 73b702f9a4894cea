package io.github.mien.meme;

import io.github.mien.meme.Cluster.PlacedGlyph;
import io.github.mien.meme.LineBreaks.Strength;
import java.awt.geom.Rectangle2D;
import java.text.Bidi;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A text as glyphs with the places where its lines may end, and the largest size at which it fits a
 * rectangle. Lengths in em unless said otherwise.
 */
final class TextFlow {
  /** Free height between lines. */
  private static final double GAP = 0.1;

  /** Breaks within Korean words must make letters so much larger to be worth it. */
  private static final double WORTH_IT = 1.5;

  private static final int STEPS = 16;

  private final List<Cluster> clusters = new ArrayList<>();
  private final List<Ending> endings = new ArrayList<>();
  private final List<String> texts = new ArrayList<>();
  private final List<String> missing = new ArrayList<>();
  private final double ascent;
  private final double descent;
  private final double border;
  private final double margin;

  /** Whether a line ends before a cluster. */
  private enum Ending {
    NEVER,
    WEAK,
    STRONG,
    ALWAYS
  }

  /** Which endings are made use of. */
  private enum Use {
    BETWEEN_WORDS,
    BETWEEN_SYLLABLES,
    ANYWHERE
  }

  /**
   * @param paragraphs at least one with glyphs
   * @param border what is drawn around letters: outline and shadow
   */
  TextFlow(List<ShapedText> paragraphs, double border) {
    for (ShapedText paragraph : paragraphs) {
      add(paragraph);
      missing.addAll(paragraph.missing());
    }
    double up = 0;
    double down = 0;
    double out = 0;
    for (Cluster cluster : clusters) {
      for (PlacedGlyph glyph : cluster.glyphs()) {
        Rectangle2D ink = glyph.shape().ink();
        up = Math.max(up, -glyph.y() - ink.getMinY());
        down = Math.max(down, glyph.y() + ink.getMaxY());
        out = Math.max(out, -glyph.x() - ink.getMinX());
        out = Math.max(out, glyph.x() + ink.getMaxX() - cluster.advance());
      }
    }
    this.ascent = up;
    this.descent = down;
    this.margin = border + out;
    this.border = border;
  }

  private void add(ShapedText paragraph) {
    Strength[] strengths = LineBreaks.of(paragraph.text());
    boolean first = true;
    for (Cluster cluster : paragraph.clusters()) {
      clusters.add(cluster);
      texts.add(paragraph.text().substring(cluster.start(), cluster.end()));
      endings.add(first ? Ending.ALWAYS : ending(strengths[cluster.start()]));
      first = false;
    }
  }

  private static Ending ending(Strength strength) {
    return switch (strength) {
      case NONE -> Ending.NEVER;
      case WEAK -> Ending.WEAK;
      case STRONG -> Ending.STRONG;
    };
  }

  /** Graphemes that no font has. */
  List<String> missing() {
    return List.copyOf(missing);
  }

  /** Whether there is anything to draw. */
  boolean isEmpty() {
    return clusters.stream().allMatch(c -> c.glyphs().isEmpty());
  }

  /** How far the highest letter reaches above the baseline. */
  double ascent() {
    return ascent;
  }

  /** From one baseline to the next. */
  double pitch() {
    return ascent + descent + GAP + 2 * border;
  }

  /** Around all lines: outline, shadow, and letters that reach beyond their advance. */
  double margin() {
    return margin;
  }

  /** Height of some lines with all that is drawn around them. */
  double height(int lines) {
    return (lines - 1) * pitch() + ascent + descent + 2 * margin;
  }

  /**
   * A line, with clusters from left to right.
   *
   * @param clusters without spaces at the ends
   * @param width of their advances
   * @param text in the order of reading
   */
  record Line(List<Cluster> clusters, double width, String text) {}

  /**
   * A text in lines.
   *
   * @param size pixels of an em
   */
  record Fit(double size, List<Line> lines) {}

  /**
   * Lines in the largest letters that fit, about equally long.
   *
   * @param width pixels
   * @param height pixels
   * @param least pixels of an em
   * @param most pixels of an em, not below the least
   * @return null if it does not fit
   */
  @Nullable Fit fit(double width, double height, double least, double most) {
    double size = largest(width, height, least, most, Use.BETWEEN_WORDS);
    Use use = Use.BETWEEN_WORDS;
    double smaller = largest(width, height, least, most, Use.BETWEEN_SYLLABLES);
    if (smaller > WORTH_IT * size) {
      size = smaller;
      use = Use.BETWEEN_SYLLABLES;
    }
    if (size == 0) {
      size = largest(width, height, least, most, Use.ANYWHERE);
      use = Use.ANYWHERE;
    }
    return size == 0 ? null : new Fit(size, balanced(room(width, size), use));
  }

  private double room(double width, double size) {
    return width / size - 2 * margin;
  }

  /** 0 if even the least does not fit. */
  private double largest(double width, double height, double least, double most, Use use) {
    if (fits(width, height, most, use)) {
      return most;
    }
    if (!fits(width, height, least, use)) {
      return 0;
    }
    double low = least;
    double high = most;
    for (int i = 0; i < STEPS; i++) {
      double middle = (low + high) / 2;
      if (fits(width, height, middle, use)) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private boolean fits(double width, double height, double size, Use use) {
    int lines = count(room(width, size), use);
    return lines > 0 && height(lines) * size <= height;
  }

  /** The fewest lines that fit, as short as that number of them allows. */
  private List<Line> balanced(double width, Use use) {
    int lines = count(width, use);
    double low = 0;
    double high = width;
    for (int i = 0; i < STEPS; i++) {
      double middle = (low + high) / 2;
      int needed = count(middle, use);
      if (needed > 0 && needed <= lines) {
        high = middle;
      } else {
        low = middle;
      }
    }
    List<Line> made = new ArrayList<>();
    fill(high, use, (from, to) -> made.add(line(from, to)));
    return made;
  }

  /** 0 if a part that must not be broken is wider. */
  private int count(double width, Use use) {
    int[] lines = new int[1];
    return fill(width, use, (from, to) -> lines[0]++) ? lines[0] : 0;
  }

  @FunctionalInterface
  private interface LineSink {
    void accept(int from, int to);
  }

  /** Fills line by line; false if a part that must not be broken is wider. */
  private boolean fill(double width, Use use, LineSink sink) {
    int start = 0;
    int candidate = 0;
    double pen = 0;
    double penAtCandidate = 0;
    for (int i = 0; i < clusters.size(); i++) {
      Ending ending = endings.get(i);
      if (ending == Ending.ALWAYS && i > start) {
        sink.accept(start, i);
        start = i;
        candidate = i;
        pen = 0;
        penAtCandidate = 0;
      } else if (isUsed(ending, use)) {
        candidate = i;
        penAtCandidate = pen;
      }
      pen += clusters.get(i).advance();
      if (pen <= width || clusters.get(i).glyphs().isEmpty()) {
        continue;
      }
      if (candidate == start) {
        if (use != Use.ANYWHERE || i == start) {
          return false;
        }
        candidate = i;
        penAtCandidate = pen - clusters.get(i).advance();
      }
      sink.accept(start, candidate);
      start = candidate;
      pen -= penAtCandidate;
      penAtCandidate = 0;
      if (pen > width) {
        // What was carried over is too wide itself; it is filled anew.
        i = start - 1;
        pen = 0;
      }
    }
    sink.accept(start, clusters.size());
    return true;
  }

  private static boolean isUsed(Ending ending, Use use) {
    return ending == Ending.STRONG || ending == Ending.WEAK && use != Use.BETWEEN_WORDS;
  }

  private Line line(int from, int to) {
    int first = from;
    int end = to;
    while (end > first && clusters.get(end - 1).glyphs().isEmpty()) {
      end--;
    }
    while (first < end && clusters.get(first).glyphs().isEmpty()) {
      first++;
    }
    Cluster[] ordered = clusters.subList(first, end).toArray(Cluster[]::new);
    byte[] levels = new byte[ordered.length];
    double width = 0;
    for (int i = 0; i < ordered.length; i++) {
      levels[i] = ordered[i].level();
      width += ordered[i].advance();
    }
    Bidi.reorderVisually(levels, 0, ordered, 0, ordered.length);
    return new Line(List.of(ordered), width, String.join("", texts.subList(first, end)));
  }
}
