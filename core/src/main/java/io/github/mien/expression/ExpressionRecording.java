package io.github.mien.expression;

import io.github.mien.json.JsonException;
import io.github.mien.json.JsonParser;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Recorded expressions as a curve. Read are
 *
 * <ul>
 *   <li>CSV as Epic's <a
 *       href="https://dev.epicgames.com/documentation/en-us/unreal-engine/recording-face-animation-on-ios-device-in-unreal-engine">
 *       Live Link Face</a> exports it: a row of names, the first being {@code Timecode} (hours,
 *       minutes, seconds and frames with their fractions, divided by colons), then a row a frame.
 *       The rate is the lowest usual one (24, 25, 30 or 60 a second) that the numbers of the frames
 *       allow;
 *   <li>JSON: {@code {"framesPerSecond": 30, "frames": [{"jawOpen": 0.2}, {"jawOpen": 0.4}]}}.
 * </ul>
 *
 * <p>Names are {@link Blendshape}'s in any case; other columns, such as those of head and eyes, are
 * left out, so the head stays as it is.
 */
public final class ExpressionRecording {
  private static final int[] RATES = {24, 25, 30, 60, 120};

  private ExpressionRecording() {}

  /**
   * Reads a recording.
   *
   * @param file CSV or JSON in UTF-8, told apart by the first character
   * @return linear between the frames, starting at 0
   * @throws IOException if it cannot be read
   * @throws PresetException if it is no recording; the message names the file and the fault
   */
  public static ExpressionCurve read(Path file) throws IOException {
    try {
      String text = Files.readString(file);
      return text.stripLeading().startsWith("{") ? json(text) : csv(text);
    } catch (CharacterCodingException e) {
      throw new PresetException(file + ": is no recording: not a text in UTF-8");
    } catch (JsonException | IllegalArgumentException e) {
      throw new PresetException(file + ": is no recording: " + e.getMessage());
    }
  }

  /**
   * A curve without the jitter of its recording; see {@link OneEuroFilter}.
   *
   * @param curve not modified
   * @param rate samples a second
   */
  public static ExpressionCurve smoothed(ExpressionCurve curve, double rate) {
    OneEuroFilter filter = new OneEuroFilter(Blendshape.COUNT, 1.5, 4);
    List<KeyFrame> frames = new ArrayList<>();
    int count = (int) Math.round(curve.seconds() * rate);
    for (int i = 0; i <= count; i++) {
      Expression shown = curve.at(i / rate);
      float[] coefficients = shown.toArray();
      filter.smooth(i / rate, coefficients);
      frames.add(new KeyFrame(i / rate, Expression.of(coefficients, shown.pose()), Easing.LINEAR));
    }
    return ExpressionCurve.through(frames);
  }

  private static ExpressionCurve csv(String text) {
    List<String> lines = text.lines().filter(line -> !line.isBlank()).toList();
    if (lines.size() < 2 || !lines.get(0).toLowerCase(Locale.ROOT).startsWith("timecode,")) {
      throw new IllegalArgumentException(
          "a CSV begins with a row of names, the first being Timecode, and has a row a frame");
    }
    Map<Integer, Blendshape> columns = columns(lines.get(0).split(",", -1));
    List<double[]> times = new ArrayList<>();
    List<Expression> shown = new ArrayList<>();
    double frames = 0;
    for (int i = 1; i < lines.size(); i++) {
      String[] cells = lines.get(i).split(",", -1);
      double[] time = timecode(cells[0], i + 1);
      frames = Math.max(frames, Math.floor(time[1]));
      times.add(time);
      shown.add(expression(cells, columns, i + 1));
    }
    double rate = rate(frames);
    List<KeyFrame> keys = new ArrayList<>();
    double start = times.get(0)[0] + times.get(0)[1] / rate;
    for (int i = 0; i < shown.size(); i++) {
      double seconds = times.get(i)[0] + times.get(i)[1] / rate - start;
      keys.add(new KeyFrame(seconds, shown.get(i), Easing.LINEAR));
    }
    return ExpressionCurve.through(keys);
  }

  private static Map<Integer, Blendshape> columns(String[] names) {
    Map<String, Blendshape> known = new LinkedHashMap<>();
    for (Blendshape shape : Blendshape.values()) {
      known.put(shape.arkitName().toLowerCase(Locale.ROOT), shape);
    }
    Map<Integer, Blendshape> columns = new LinkedHashMap<>();
    for (int i = 1; i < names.length; i++) {
      Blendshape shape = known.get(names[i].strip().toLowerCase(Locale.ROOT));
      if (shape != null) {
        columns.put(i, shape);
      }
    }
    if (columns.isEmpty()) {
      throw new IllegalArgumentException(
          "no column has the name of a coefficient, such as JawOpen");
    }
    return columns;
  }

  /** Whole seconds, and frames with their fraction. */
  private static double[] timecode(String cell, int line) {
    String[] parts = cell.strip().split("[:;]");
    if (parts.length != 4) {
      throw new IllegalArgumentException(
          "line %d: '%s' is no timecode such as 00:15:42:23.378".formatted(line, cell));
    }
    double seconds =
        3600 * number(parts[0], line) + 60 * number(parts[1], line) + number(parts[2], line);
    return new double[] {seconds, number(parts[3], line)};
  }

  private static double rate(double lastFrame) {
    for (int rate : RATES) {
      if (lastFrame < rate) {
        return rate;
      }
    }
    throw new IllegalArgumentException("a second has no frame %.0f".formatted(lastFrame));
  }

  private static Expression expression(String[] cells, Map<Integer, Blendshape> columns, int line) {
    float[] coefficients = new float[Blendshape.COUNT];
    columns.forEach((column, shape) -> {
      if (column < cells.length && !cells[column].isBlank()) {
        coefficients[shape.ordinal()] = (float) number(cells[column].strip(), line);
      }
    });
    return Expression.of(coefficients, HeadPose.FRONTAL);
  }

  private static double number(String text, int line) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("line %d: '%s' is no number".formatted(line, text), e);
    }
  }

  private static ExpressionCurve json(String text) {
    Map<String, ?> members = JsonParser.object(text);
    if (!(members.get("framesPerSecond") instanceof Double rate)
        || !(rate > 0)
        || !(members.get("frames") instanceof List<?> frames)
        || frames.isEmpty()) {
      throw new IllegalArgumentException(
          "a JSON has framesPerSecond, above 0, and frames, a list of coefficients");
    }
    List<KeyFrame> keys = new ArrayList<>();
    for (Object frame : frames) {
      if (!(frame instanceof Map<?, ?> coefficients)) {
        throw new IllegalArgumentException("each frame is an object, such as {\"jawOpen\": 0.2}");
      }
      Edit edit = Edit.NONE;
      for (Map.Entry<?, ?> entry : coefficients.entrySet()) {
        Blendshape shape = Blendshape.parse(String.valueOf(entry.getKey()));
        if (!(entry.getValue() instanceof Double value)) {
          throw new IllegalArgumentException(shape.arkitName() + " must be a number");
        }
        edit = edit.with(shape, value);
      }
      keys.add(new KeyFrame(keys.size() / rate, edit.of(Expression.NEUTRAL), Easing.LINEAR));
    }
    return ExpressionCurve.through(keys);
  }
}
