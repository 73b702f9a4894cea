package io.github.mien.blend;

/**
 * Whose detail the pasted part shows, after sections 3 and 4 of <a
 * href="https://doi.org/10.1145/882262.882269">Pérez, Gangnet and Blake, Poisson image editing</a>.
 */
public enum BlendMode {
  /** That of the source; the colours follow from the target around it. */
  NORMAL,

  /**
   * Of source and target the stronger: for each pair of neighbouring pixels and each channel the
   * larger difference (equation 12; the source's where they are equal). For writing, smoke and
   * other sources with holes.
   */
  MIXED,

  /**
   * That of the source's luma (0.299 R + 0.587 G + 0.114 B), so that no colour of it comes along.
   */
  MONOCHROME
}
