package io.github.mien.expression;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Presets by name. Immutable. */
public final class Presets {
  private static final String FOLDER = "presets/";

  private final Map<String, Preset> presets;

  private Presets(Map<String, Preset> presets) {
    this.presets = presets;
  }

  /** Those that come with Mien. */
  public static Presets embedded() {
    Map<String, Preset> presets = new LinkedHashMap<>();
    for (String name : resource("index.txt").lines().toList()) {
      presets.put(name, Preset.parse(resource(name + ".json"), name + ".json"));
    }
    return new Presets(presets);
  }

  private static String resource(String name) {
    try (InputStream in = Presets.class.getResourceAsStream(FOLDER + name)) {
      if (in == null) {
        throw new IllegalStateException(FOLDER + name + " is missing from this build of mien-core");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** These and another, in the place of one that has the same name. */
  public Presets with(Preset preset) {
    Map<String, Preset> more = new LinkedHashMap<>(presets);
    more.put(preset.name(), preset);
    return new Presets(more);
  }

  /** All of them, in the order in which they are shown. */
  public List<Preset> all() {
    return Collections.unmodifiableList(new ArrayList<>(presets.values()));
  }

  /**
   * The preset of that name.
   *
   * @throws PresetException if there is none, naming those that exist
   */
  public Preset get(String name) {
    Preset preset = presets.get(name);
    if (preset == null) {
      throw new PresetException(
          "there is no preset '%s'; there are %s"
              .formatted(
                  name, presets.keySet().stream().sorted().collect(Collectors.joining(", "))));
    }
    return preset;
  }
}
