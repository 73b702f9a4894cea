package io.github.mien;

import io.github.mien.expression.Preset;
import io.github.mien.expression.Presets;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * One sticker of a pack.
 *
 * @param preset what it shows
 * @param emoji what it stands for, as platforms ask
 * @param chinese its caption, empty for none
 * @param english its caption, empty for none
 */
record PackEntry(Preset preset, String emoji, String chinese, String english) {
  private static final String ANY_FACE = "\ud83d\ude42";

  /** What a pack has by default, in this order: the resource {@code pack.tsv}. */
  static List<PackEntry> defaults() {
    try (InputStream in =
            Objects.requireNonNull(
                PackEntry.class.getResourceAsStream("pack.tsv"), "pack.tsv is missing");
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return lines.lines().map(PackEntry::parse).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** That of a preset; without texts where it is none of the defaults. */
  static PackEntry of(Preset preset) {
    return defaults().stream()
        .filter(entry -> entry.preset.name().equals(preset.name()))
        .findFirst()
        .map(entry -> new PackEntry(preset, entry.emoji, entry.chinese, entry.english))
        .orElse(new PackEntry(preset, ANY_FACE, "", ""));
  }

  private static PackEntry parse(String line) {
    String[] columns = line.split("\t");
    return new PackEntry(Presets.embedded().get(columns[0]), columns[1], columns[2], columns[3]);
  }
}
