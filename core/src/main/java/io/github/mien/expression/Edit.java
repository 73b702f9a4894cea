package io.github.mien.expression;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * Coefficients that a face should show, whatever it shows now; all others stay as they are.
 * Immutable.
 *
 * @param values 0..1 for each coefficient that is set; gaze turns the eyes as far as named
 */
public record Edit(Map<Blendshape, Double> values) {
  /** Sets nothing. */
  public static final Edit NONE = new Edit(Map.of());

  /** Checks the values and copies the map. */
  public Edit {
    values.forEach(Edit::check);
    EnumMap<Blendshape, Double> copy = new EnumMap<>(Blendshape.class);
    copy.putAll(values);
    values = Collections.unmodifiableMap(copy);
  }

  private static void check(Blendshape shape, double value) {
    if (!(value >= 0 && value <= 1)) {
      throw new IllegalArgumentException(shape.arkitName() + " is from 0 to 1, not " + value);
    }
  }

  /**
   * Reads names and values as the command line has them.
   *
   * @param text such as {@code eyeBlinkLeft=1,jawOpen=0.6}; names in any case, spaces are ignored
   * @throws IllegalArgumentException saying which part is wrong, and why
   */
  public static Edit parse(String text) {
    EnumMap<Blendshape, Double> values = new EnumMap<>(Blendshape.class);
    for (String part : text.split(",", -1)) {
      int equals = part.indexOf('=');
      if (equals < 0) {
        throw new IllegalArgumentException(
            "'%s' is no name=value; write for instance eyeBlinkLeft=1,jawOpen=0.6"
                .formatted(part.strip()));
      }
      Blendshape shape = Blendshape.parse(part.substring(0, equals).strip());
      if (values.put(shape, number(shape, part.substring(equals + 1).strip())) != null) {
        throw new IllegalArgumentException(shape.arkitName() + " is set twice");
      }
    }
    return new Edit(values);
  }

  private static double number(Blendshape shape, String text) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "%s is from 0 to 1, not '%s'".formatted(shape.arkitName(), text), e);
    }
  }

  /** This edit with one coefficient more, or another value of it. */
  public Edit with(Blendshape shape, double value) {
    EnumMap<Blendshape, Double> more = new EnumMap<>(Blendshape.class);
    more.putAll(values);
    more.put(shape, value);
    return new Edit(more);
  }

  /** What a face shows after the edit. */
  public Expression of(Expression shown) {
    float[] coefficients = shown.toArray();
    values.forEach((shape, value) -> coefficients[shape.ordinal()] = value.floatValue());
    return Expression.of(coefficients, shown.pose());
  }
}
