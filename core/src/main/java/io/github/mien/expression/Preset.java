package io.github.mien.expression;

import io.github.mien.json.JsonException;
import io.github.mien.json.JsonParser;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A ready-made expression. Its file is JSON with three members and no others:
 *
 * <pre>{@code
 * {
 *   "name": "wink-left",
 *   "description": "The left eye shut, half a smile",
 *   "coefficients": {"eyeBlinkLeft": 1, "mouthSmileLeft": 0.6}
 * }
 * }</pre>
 *
 * <p>Coefficients are {@link Blendshape}'s, 0..1; those that are missing are 0.
 *
 * @param name lower-case letters, digits and dashes
 * @param description one line
 * @param expression what a face shows that has none of its own
 */
public record Preset(String name, String description, Expression expression) {
  private static final Set<String> MEMBERS = Set.of("name", "description", "coefficients");

  /** Checks the name. */
  public Preset {
    if (!name.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
      throw new IllegalArgumentException(
          "a preset's name has lower-case letters, digits and dashes, not '%s'".formatted(name));
    }
    if (description.isBlank() || description.lines().count() > 1) {
      throw new IllegalArgumentException("a preset's description is one line");
    }
  }

  /**
   * Reads a preset of one's own.
   *
   * @param file JSON in UTF-8
   * @throws IOException if it cannot be read
   * @throws PresetException if it is no preset; the message names the file and the fault
   */
  public static Preset read(Path file) throws IOException {
    try {
      return parse(Files.readString(file), file.toString());
    } catch (CharacterCodingException e) {
      throw new PresetException(file + ": is no JSON file in UTF-8");
    }
  }

  /**
   * @param json the file's text
   * @param origin named in messages
   */
  static Preset parse(String json, String origin) {
    try {
      Map<String, @Nullable Object> members = JsonParser.object(json);
      for (String member : members.keySet()) {
        if (!MEMBERS.contains(member)) {
          throw new IllegalArgumentException(
              "\"%s\" is not part of a preset; it has name, description and coefficients"
                  .formatted(member));
        }
      }
      return new Preset(text(members, "name"), text(members, "description"), expression(members));
    } catch (JsonException | IllegalArgumentException e) {
      throw new PresetException(origin + ": is no preset: " + e.getMessage());
    }
  }

  private static String text(Map<String, @Nullable Object> members, String name) {
    if (members.get(name) instanceof String text) {
      return text;
    }
    throw new IllegalArgumentException("\"%s\" must be there and be a string".formatted(name));
  }

  private static Expression expression(Map<String, @Nullable Object> members) {
    if (!(members.get("coefficients") instanceof Map<?, ?> coefficients)) {
      throw new IllegalArgumentException(
          "\"coefficients\" must be there and be an object, such as {\"jawOpen\": 0.6}");
    }
    Edit edit = Edit.NONE;
    for (Map.Entry<?, ?> entry : coefficients.entrySet()) {
      Blendshape shape = Blendshape.parse(String.valueOf(entry.getKey()));
      if (!(entry.getValue() instanceof Double value)) {
        throw new IllegalArgumentException(shape.arkitName() + " must be a number");
      }
      edit = edit.with(shape, value);
    }
    return edit.of(Expression.NEUTRAL);
  }

  /** What is moved onto a face: the expression, of somebody who has none otherwise. */
  public Performance performance() {
    return Performance.authored(expression);
  }
}
