package io.github.mien.cli;

import io.github.mien.Mien;
import io.github.mien.image.Image;
import io.github.mien.image.Rect;
import io.github.mien.meme.Caption;
import io.github.mien.meme.CaptionFonts;
import io.github.mien.meme.CaptionPainter;
import io.github.mien.meme.CaptionStyle;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code mien caption}. */
@Command(
    name = "caption",
    description = "Writes on a photo, off the faces where there is room.",
    mixinStandardHelpOptions = true)
final class CaptionCommand implements Callable<Integer> {
  private static final char REPLACED = '\ufffd';
  private static final Pattern AREA =
      Pattern.compile("(\\d{1,6}),(\\d{1,6}),([1-9]\\d{0,5}),([1-9]\\d{0,5})");

  @Spec private CommandSpec spec;

  @Option(
      names = "--target",
      required = true,
      paramLabel = "PHOTO",
      description = "Photo to write on; it may show no face.")
  private Path target;

  @Option(
      names = "--top",
      paramLabel = "TEXT",
      description = "Text at the upper edge, in any script.")
  private @Nullable String top;

  @Option(names = "--bottom", paramLabel = "TEXT", description = "Text at the lower edge.")
  private @Nullable String bottom;

  @Option(
      names = "--box",
      paramLabel = "X,Y,W,H=TEXT",
      description =
          "Text that fills a rectangle of the picture, given in pixels: left, upper edge, width,"
              + " height; may be repeated.")
  private Map<String, String> boxes = new LinkedHashMap<>();

  @Option(
      names = "--font",
      paramLabel = "FILE",
      description =
          "TrueType or OpenType font of your own (.ttf, .otf, .ttc); what it lacks is drawn by"
              + " those that come with mien.")
  private @Nullable Path font;

  @Option(
      names = "--as-written",
      description = "Keeps small letters small instead of making them capitals.")
  private boolean asWritten;

  @Mixin private OutOption out;

  @Mixin private EngineOptions engine;

  @Override
  public Integer call() throws Failure {
    List<Caption> captions = captions();
    if (captions.isEmpty()) {
      throw new ParameterException(
          spec.commandLine(),
          "Missing text: '--top TEXT', '--bottom TEXT' or '--box X,Y,W,H=TEXT'");
    }
    out.requireWritable();
    CaptionPainter painter = new CaptionPainter(fonts());
    Image picture = Pictures.read(target);
    requireInside(picture);
    painter.draw(picture, captions, faces(picture));
    Pictures.writeAs(target, picture, out.file());
    return ExitCode.DONE.number();
  }

  private List<Caption> captions() {
    CaptionStyle style = CaptionStyle.MEME.withUpperCase(!asWritten);
    Stream<Optional<Caption>> edges =
        Stream.of(
            text("--top", top).map(Caption::top), text("--bottom", bottom).map(Caption::bottom));
    Stream<Optional<Caption>> free =
        boxes.entrySet().stream()
            .map(box -> text("--box", box.getValue()).map(t -> Caption.in(area(box.getKey()), t)));
    return Stream.concat(edges, free)
        .flatMap(Optional::stream)
        .map(caption -> caption.withStyle(style))
        .toList();
  }

  private void requireInside(Image picture) {
    for (String box : boxes.keySet()) {
      if (area(box).intersection(picture.bounds()).isEmpty()) {
        throw new ParameterException(
            spec.commandLine(),
            "Invalid value for option '--box': %s lies outside %s, which has %d x %d pixels"
                .formatted(box, target, picture.width(), picture.height()));
      }
    }
  }

  private Rect area(String numbers) {
    Matcher four = AREA.matcher(numbers);
    if (!four.matches()) {
      throw new ParameterException(
          spec.commandLine(),
          "Invalid value for option '--box': it is X,Y,W,H=TEXT in whole pixels, such as"
              + " 20,40,300,80=hello, not '"
              + numbers
              + "=...'");
    }
    return new Rect(number(four, 1), number(four, 2), number(four, 3), number(four, 4));
  }

  private static int number(Matcher four, int group) {
    return Integer.parseInt(four.group(group));
  }

  /** Java replaces what the locale of the shell cannot express. */
  private Optional<String> text(String option, @Nullable String text) {
    if (text == null || text.isBlank()) {
      return Optional.empty();
    }
    if (text.indexOf(REPLACED) >= 0) {
      throw new ParameterException(
          spec.commandLine(),
          "Invalid value for option '"
              + option
              + "': it holds characters that this locale cannot pass on; set LC_ALL=C.UTF-8");
    }
    return Optional.of(text);
  }

  private CaptionFonts fonts() throws Failure {
    CaptionFonts fonts = CaptionFonts.discover();
    if (font == null) {
      return fonts;
    }
    try {
      return fonts.with(font);
    } catch (IOException e) {
      throw new Failure(ExitCode.UNREADABLE, String.valueOf(e.getMessage()), e);
    }
  }

  private List<Rect> faces(Image picture) throws Failure {
    try (Mien mien = engine.open()) {
      return mien.align(picture).stream().map(face -> face.detection().box().pixels()).toList();
    }
  }
}
