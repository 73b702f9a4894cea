package io.github.mien.training.data;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The fields of one flat JSON object, as in a line of the labels: strings, numbers, and arrays of
 * numbers however nested. Nested objects are not understood.
 */
public final class JsonFields {
  private final Map<String, String> raw = new LinkedHashMap<>();

  /**
   * @param line one JSON object
   */
  public JsonFields(String line) {
    int at = line.indexOf('{') + 1;
    while (true) {
      int nameStart = line.indexOf('"', at);
      if (nameStart < 0) {
        return;
      }
      int nameEnd = line.indexOf('"', nameStart + 1);
      int start = line.indexOf(':', nameEnd) + 1;
      while (Character.isWhitespace(line.charAt(start))) {
        start++;
      }
      int end = endOfValue(line, start);
      raw.put(line.substring(nameStart + 1, nameEnd), line.substring(start, end).trim());
      at = end;
    }
  }

  private static int endOfValue(String line, int start) {
    if (line.charAt(start) == '"') {
      return line.indexOf('"', start + 1) + 1;
    }
    int depth = 0;
    for (int i = start; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '[') {
        depth++;
      } else if (c == ']') {
        depth--;
      } else if (depth == 0 && (c == ',' || c == '}')) {
        return i;
      }
    }
    return line.length();
  }

  /** Whether there is such a field. */
  public boolean has(String name) {
    return raw.containsKey(name);
  }

  /** A string without escapes. */
  public String text(String name) {
    String value = value(name);
    return value.substring(1, value.length() - 1);
  }

  /** All numbers of an array, nested or not, in order; or the single number. */
  public float[] numbers(String name) {
    String[] parts = value(name).replaceAll("[\\[\\]\\s]", "").split(",");
    float[] numbers = new float[parts.length];
    for (int i = 0; i < parts.length; i++) {
      numbers[i] = Float.parseFloat(parts[i]);
    }
    return numbers;
  }

  private String value(String name) {
    String value = raw.get(name);
    if (value == null) {
      throw new IllegalArgumentException("there is no field " + name + "; only " + raw.keySet());
    }
    return value;
  }
}
