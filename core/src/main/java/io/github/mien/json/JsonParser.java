package io.github.mien.json;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Strict JSON (RFC 8259) for small files: nothing may follow the value, and an object's names must
 * differ.
 */
public final class JsonParser {
  private static final int DEEPEST = 64;

  private final String text;
  private int at;
  private int depth;

  private JsonParser(String text) {
    this.text = text;
  }

  /**
   * Reads a text that is one object.
   *
   * @return its members in order; values are {@code Map}, {@code List}, {@code String}, {@code
   *     Double}, {@code Boolean} or null
   * @throws JsonException if it is anything else, with line and column
   */
  public static Map<String, @Nullable Object> object(String text) {
    JsonParser parser = new JsonParser(text);
    parser.skipSpace();
    Map<String, @Nullable Object> object = parser.object();
    parser.skipSpace();
    if (parser.at < text.length()) {
      throw parser.expected("the end");
    }
    return object;
  }

  private @Nullable Object value() {
    return switch (peek()) {
      case '{' -> object();
      case '[' -> array();
      case '"' -> string();
      case 't' -> word("true", true);
      case 'f' -> word("false", false);
      case 'n' -> word("null", null);
      default -> number();
    };
  }

  private Map<String, @Nullable Object> object() {
    enter('{', "an object, which begins with {");
    Map<String, @Nullable Object> members = new LinkedHashMap<>();
    for (boolean more = !ends('}'); more; more = another('}')) {
      skipSpace();
      int start = at;
      String name = string();
      skipSpace();
      take(':', "a colon");
      skipSpace();
      if (members.containsKey(name)) {
        at = start;
        throw fault("\"" + name + "\" is there twice");
      }
      members.put(name, value());
    }
    depth--;
    return members;
  }

  private List<@Nullable Object> array() {
    enter('[', "an array");
    List<@Nullable Object> elements = new ArrayList<>();
    for (boolean more = !ends(']'); more; more = another(']')) {
      skipSpace();
      elements.add(value());
    }
    depth--;
    return elements;
  }

  private void enter(char bracket, String what) {
    take(bracket, what);
    if (++depth > DEEPEST) {
      throw fault("nested more than " + DEEPEST + " deep");
    }
  }

  private boolean ends(char bracket) {
    skipSpace();
    if (peek() != bracket) {
      return false;
    }
    at++;
    return true;
  }

  private boolean another(char bracket) {
    if (ends(bracket)) {
      return false;
    }
    take(',', "a comma or " + bracket);
    return true;
  }

  private String string() {
    take('"', "a string in double quotes");
    StringBuilder string = new StringBuilder();
    while (true) {
      char c = next();
      if (c == '"') {
        return string.toString();
      }
      if (c < ' ') {
        at--;
        throw expected("the closing quote of a string");
      }
      string.append(c == '\\' ? escaped() : c);
    }
  }

  private char escaped() {
    char c = next();
    return switch (c) {
      case '"', '\\', '/' -> c;
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> unicode();
      default -> {
        at--;
        throw fault("\\" + c + " is no escape");
      }
    };
  }

  private char unicode() {
    int code = 0;
    for (int i = 0; i < 4; i++) {
      int digit = Character.digit(next(), 16);
      if (digit < 0) {
        at--;
        throw expected("four hexadecimal digits");
      }
      code = 16 * code + digit;
    }
    return (char) code;
  }

  private Double number() {
    int start = at;
    if (peek() == '-') {
      at++;
    }
    if (peek() == '0') {
      at++;
    } else {
      digits("a value");
    }
    if (peek() == '.') {
      at++;
      digits("a digit");
    }
    if (peek() == 'e' || peek() == 'E') {
      at++;
      if (peek() == '+' || peek() == '-') {
        at++;
      }
      digits("a digit");
    }
    return Double.valueOf(text.substring(start, at));
  }

  private void digits(String what) {
    if (peek() < '0' || peek() > '9') {
      throw expected(what);
    }
    while (peek() >= '0' && peek() <= '9') {
      at++;
    }
  }

  private @Nullable Object word(String word, @Nullable Object value) {
    if (!text.startsWith(word, at)) {
      throw expected("a value");
    }
    at += word.length();
    return value;
  }

  private void skipSpace() {
    while (" \t\r\n".indexOf(peek()) >= 0) {
      at++;
    }
  }

  private void take(char wanted, String what) {
    if (peek() != wanted) {
      throw expected(what);
    }
    at++;
  }

  private char next() {
    if (at == text.length()) {
      throw expected("the closing quote of a string");
    }
    return text.charAt(at++);
  }

  /** The next character; 0 at the end. */
  private char peek() {
    return at < text.length() ? text.charAt(at) : 0;
  }

  private JsonException expected(String what) {
    String found = at < text.length() ? "'" + text.charAt(at) + "'" : "the end of the text";
    return fault("expected " + what + ", found " + found);
  }

  private JsonException fault(String what) {
    String before = text.substring(0, at);
    int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
    int column = at - before.lastIndexOf('\n');
    return new JsonException("line %d, column %d: %s".formatted(line, column, what));
  }
}
