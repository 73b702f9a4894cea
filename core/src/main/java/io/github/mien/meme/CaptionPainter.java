package io.github.mien.meme;

import io.github.mien.image.Image;
import io.github.mien.image.Rect;
import io.github.mien.meme.Caption.Edge;
import io.github.mien.meme.CaptionLayout.Placed;
import io.github.mien.meme.TextFlow.Line;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Draws captions on pictures: as large as fits, in lines about equally long, off the areas that are
 * to be kept clear, never beyond the picture. Works without a display, without fontconfig and
 * without installed fonts. Thread-safe.
 */
public final class CaptionPainter {
  private static final Logger LOG = LoggerFactory.getLogger(CaptionPainter.class);

  /** No picture has room for more; they are refused before any work is done. */
  private static final int MOST_CHARACTERS = 2000;

  private final Shaper shaper;

  /**
   * @param fonts kept
   */
  public CaptionPainter(CaptionFonts fonts) {
    this.shaper = new Shaper(Objects.requireNonNull(fonts, "fonts"));
  }

  /**
   * Draws captions.
   *
   * @param image changed where the text is, only if all captions fit
   * @param captions later ones keep clear of earlier ones
   * @param avoid areas to keep clear, such as faces, in pixels of the image; may reach beyond it
   * @return where each went, in the order of the captions
   * @throws CaptionException if a caption does not fit in letters that can be read
   * @throws FontException if a font is damaged
   */
  public List<DrawnCaption> draw(Image image, List<Caption> captions, List<Rect> avoid) {
    CaptionLayout layout = new CaptionLayout(image.width(), image.height(), avoid);
    List<TextFlow> flows = captions.stream().map(this::flow).toList();
    @Nullable Job[] jobs = new Job[captions.size()];
    for (boolean atHome : new boolean[] {true, false}) {
      for (int i = 0; i < jobs.length; i++) {
        if (jobs[i] == null
            && !flows.get(i).isEmpty()
            && (!atHome || layout.isAtHome(captions.get(i), flows.get(i)))) {
          jobs[i] = new Job(captions.get(i), flows.get(i), layout);
        }
      }
    }
    warn(flows);
    List<DrawnCaption> drawn = new ArrayList<>();
    for (int i = 0; i < jobs.length; i++) {
      drawn.add(jobs[i] == null ? nothing(flows.get(i)) : jobs[i].draw(image));
    }
    return drawn;
  }

  /** No font has any of its characters. */
  private static DrawnCaption nothing(TextFlow flow) {
    return new DrawnCaption(new Rect(0, 0, 0, 0), 0, List.of(), true, flow.missing());
  }

  private TextFlow flow(Caption caption) {
    int length = caption.text().codePointCount(0, caption.text().length());
    if (length > MOST_CHARACTERS) {
      throw new CaptionException(
          "a caption of %,d characters fits no picture in letters that can be read; shorten it"
              .formatted(length));
    }
    CaptionStyle style = caption.style();
    String text = style.upperCase() ? caption.text().toUpperCase(Locale.ROOT) : caption.text();
    List<ShapedText> paragraphs =
        text.lines().map(String::strip).filter(p -> !p.isEmpty()).map(shaper::shape).toList();
    return new TextFlow(paragraphs, style.outline() + style.shadow());
  }

  private static void warn(List<TextFlow> flows) {
    Set<String> missing = new LinkedHashSet<>();
    flows.forEach(flow -> missing.addAll(flow.missing()));
    if (!missing.isEmpty()) {
      LOG.warn(
          "no font has {}; captions leave them out. Add a font of your own that has them",
          missing.stream().map(CaptionPainter::described).collect(Collectors.joining(", ")));
    }
  }

  private static String described(String grapheme) {
    return grapheme
        .codePoints()
        .mapToObj("U+%04X"::formatted)
        .collect(Collectors.joining(" ", grapheme + " (", ")"));
  }

  /** A caption whose place is found. */
  private static final class Job {
    private final Caption caption;
    private final TextFlow flow;
    private final Placed placed;
    private final double top;

    Job(Caption caption, TextFlow flow, CaptionLayout layout) {
      this.caption = caption;
      this.flow = flow;
      this.placed = layout.place(caption, flow);
      Rect room = placed.room();
      double height = flow.height(placed.fit().lines().size()) * placed.fit().size();
      this.top =
          caption.place() == Edge.TOP
              ? room.y()
              : caption.place() == Edge.BOTTOM
                  ? room.bottom() - height
                  : room.y() + (room.height() - height) / 2;
      layout.keepClear(
          new Rect(room.x(), (int) Math.floor(top), room.width(), (int) Math.ceil(height) + 1));
    }

    DrawnCaption draw(Image image) {
      double size = placed.fit().size();
      TextLayer layer = new TextLayer(caption.style(), size);
      double baseline = top + (flow.margin() + flow.ascent()) * size;
      for (Line line : placed.fit().lines()) {
        layer.add(line, left(line, size), baseline);
        baseline += flow.pitch() * size;
      }
      List<String> lines = placed.fit().lines().stream().map(Line::text).toList();
      return new DrawnCaption(layer.draw(image), size, lines, placed.clear(), flow.missing());
    }

    private double left(Line line, double size) {
      double margin = flow.margin() * size;
      double spare = placed.room().width() - 2 * margin - line.width() * size;
      return placed.room().x()
          + margin
          + switch (caption.style().alignment()) {
            case LEFT -> 0;
            case CENTRE -> spare / 2;
            case RIGHT -> spare;
          };
    }
  }
}
