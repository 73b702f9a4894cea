package io.github.mien.meme;

import io.github.mien.json.JsonException;
import io.github.mien.json.JsonParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The implicit label that GB 45438-2025 (China, in force from 1 September 2025) asks services for:
 * a JSON object in a metadata field named {@code AIGC}. For pictures the practice guide
 * TC260-PG-20258A puts it into XMP as the property {@code AIGC} of the namespace {@value
 * #NAMESPACE}. What the values have to be is for the service that is bound by the standard to know;
 * Mien only writes them.
 *
 * @param label {@code Label}: {@code 1} for content that is generated or synthesised, {@code 2} for
 *     what may be, {@code 3} for what is suspected to be
 * @param contentProducer {@code ContentProducer}: name or code of the service that made it
 * @param produceId {@code ProduceID}: the number that the service gave to the content
 * @param reservedCode1 {@code ReservedCode1}: for the producer's own protection, such as a hash or
 *     a signature; may be empty
 * @param contentPropagator {@code ContentPropagator}: name or code of the service that spreads it;
 *     may be empty
 * @param propagateId {@code PropagateID}: the number that this service gave to it; may be empty
 * @param reservedCode2 {@code ReservedCode2}: for that service's own protection; may be empty
 */
public record AigcLabel(
    String label,
    String contentProducer,
    String produceId,
    String reservedCode1,
    String contentPropagator,
    String propagateId,
    String reservedCode2) {
  /** Of the XMP property. */
  public static final String NAMESPACE = "http://www.tc260.org.cn/ns/AIGC/1.0/";

  private static final List<String> NAMES =
      List.of(
          "Label",
          "ContentProducer",
          "ProduceID",
          "ReservedCode1",
          "ContentPropagator",
          "PropagateID",
          "ReservedCode2");

  /** Checks the label; a file of others may leave the rest empty. */
  public AigcLabel {
    if (!List.of("1", "2", "3").contains(label)) {
      throw new IllegalArgumentException(
          "Label is 1 (generated), 2 (may be) or 3 (suspected), not '" + label + "'");
    }
    Objects.requireNonNull(contentProducer, "contentProducer");
    Objects.requireNonNull(produceId, "produceId");
    Objects.requireNonNull(reservedCode1, "reservedCode1");
    Objects.requireNonNull(contentPropagator, "contentPropagator");
    Objects.requireNonNull(propagateId, "propagateId");
    Objects.requireNonNull(reservedCode2, "reservedCode2");
  }

  /**
   * Of content that is generated or synthesised, and not yet spread by a service.
   *
   * @param contentProducer name or code of the service that made it
   * @param produceId the number that the service gave to it
   */
  public static AigcLabel generated(String contentProducer, String produceId) {
    if (contentProducer.isBlank() || produceId.isBlank()) {
      throw new IllegalArgumentException("ContentProducer and ProduceID must not be empty");
    }
    return new AigcLabel("1", contentProducer, produceId, "", "", "", "");
  }

  /**
   * Reads a label.
   *
   * @param json an object whose members have the standard's names; those left out are empty
   * @throws IllegalArgumentException if it is anything else, saying what is wrong
   */
  public static AigcLabel parse(String json) {
    Map<String, @Nullable Object> members;
    try {
      members = JsonParser.object(json);
    } catch (JsonException e) {
      throw new IllegalArgumentException("no AIGC label: " + e.getMessage(), e);
    }
    for (String name : members.keySet()) {
      if (!NAMES.contains(name)) {
        throw new IllegalArgumentException(
            "no AIGC label: it has no member \"%s\", but %s".formatted(name, NAMES));
      }
    }
    List<String> values = new ArrayList<>();
    for (String name : NAMES) {
      if (!(members.getOrDefault(name, "") instanceof String value)) {
        throw new IllegalArgumentException("no AIGC label: \"" + name + "\" is no string");
      }
      values.add(value);
    }
    return new AigcLabel(
        values.get(0),
        values.get(1),
        values.get(2),
        values.get(3),
        values.get(4),
        values.get(5),
        values.get(6));
  }

  /** As the standard writes it: all seven members, in its order. */
  public String toJson() {
    List<String> values =
        List.of(
            label,
            contentProducer,
            produceId,
            reservedCode1,
            contentPropagator,
            propagateId,
            reservedCode2);
    StringBuilder json = new StringBuilder("{");
    for (int i = 0; i < values.size(); i++) {
      json.append(i == 0 ? "\"" : ",\"").append(NAMES.get(i)).append("\":\"");
      escape(values.get(i), json);
      json.append('"');
    }
    return json.append('}').toString();
  }

  private static void escape(String value, StringBuilder json) {
    for (char c : value.toCharArray()) {
      if (c == '"' || c == '\\') {
        json.append('\\').append(c);
      } else if (c < ' ') {
        json.append("\\u%04x".formatted((int) c));
      } else {
        json.append(c);
      }
    }
  }
}
