package io.github.mien.model;

import org.jspecify.annotations.Nullable;

/**
 * What a model is and where it comes from.
 *
 * @param name what Mien calls it, such as {@code landmarker}
 * @param sha256 of the file, 64 lower-case hexadecimal digits; null where a user's file is taken as
 *     it is
 * @param licence SPDX name, or for a user's file what the user says
 * @param provenance how it was made and of what data, in a sentence, or the user's path
 */
public record ModelSpec(String name, @Nullable String sha256, String licence, String provenance) {

  /** Checks the hash. */
  public ModelSpec {
    if (sha256 != null && !sha256.matches("[0-9a-f]{64}")) {
      throw new IllegalArgumentException(
          "a SHA-256 is 64 lower-case hexadecimal digits, not '" + sha256 + "'");
    }
  }
}
