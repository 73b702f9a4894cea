package io.github.mien.meme;

import io.github.mien.image.Metadata;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a picture file says of how its picture came about, in terms that programs understand.
 *
 * @param digitalSourceType a term of the IPTC's <a
 *     href="https://cv.iptc.org/newscodes/digitalsourcetype/">Digital Source Type</a>, a URI; empty
 *     where the file names none
 * @param aigc the label of GB 45438-2025, where there is one
 */
public record Provenance(String digitalSourceType, @Nullable AigcLabel aigc) {
  /** A file that says nothing of it. */
  public static final Provenance UNKNOWN = new Provenance("", null);

  private static final String TERMS = "http://cv.iptc.org/newscodes/digitalsourcetype/";

  /** The term for a picture that was changed by means of a trained network. */
  public static final String CHANGED = TERMS + "compositeWithTrainedAlgorithmicMedia";

  /** The term for a picture that a trained network made as a whole. */
  public static final String GENERATED = TERMS + "trainedAlgorithmicMedia";

  /** Checks that nothing is missing. */
  public Provenance {
    Objects.requireNonNull(digitalSourceType, "digitalSourceType");
  }

  /**
   * Reads what a file says.
   *
   * @param metadata of the file; what is no XML counts as saying nothing
   */
  public static Provenance of(Metadata metadata) {
    return Xmp.read(metadata.xmp());
  }

  /** For a file that shall say this. */
  public Metadata toMetadata() {
    return equals(UNKNOWN) ? Metadata.NONE : new Metadata(Xmp.write(this));
  }

  /** Whether it says that a machine made or changed the picture. */
  public boolean saysByMachine() {
    // Written with https as well, against the vocabulary.
    String term = digitalSourceType.replaceFirst("^https:", "http:");
    return term.equals(CHANGED) || term.equals(GENERATED) || aigc != null;
  }
}
