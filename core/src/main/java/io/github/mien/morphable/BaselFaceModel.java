package io.github.mien.morphable;

import io.github.mien.model.ModelException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The Basel Face Model 2017 (Gerig et al. 2018, "Morphable Face Models - An Open Framework") at the
 * iBUG 68, from the file that its users get from Basel, such as {@code model2017-1_bfm_nomouth.h5}.
 * Identity and expression are counted in standard deviations; an expression stays within three of
 * them.
 *
 * <p>Needs {@code io.jhdf:jhdf} on the class path, which Mien does not bring along.
 */
public final class BaselFaceModel {
  private BaselFaceModel() {}

  /**
   * Reads the model at 68 of its vertices; only their rows are read.
   *
   * @param file HDF5 with {@code shape} and {@code expression}, each with {@code model/mean} [3n],
   *     {@code model/pcaBasis} [3n, k] and {@code model/pcaVariance} [k]
   * @param landmarks numbers of the vertices of the iBUG 68, in that order; with a copy of the
   *     model come lists of them for many programs
   * @throws IOException if the file cannot be read
   * @throws ModelException if it is no such model, or jHDF is missing
   */
  public static FaceBasis read(Path file, int[] landmarks) throws IOException {
    if (!Files.isReadable(file)) {
      throw new IOException(file + " cannot be read");
    }
    try {
      return BaselFile.read(file, landmarks);
    } catch (NoClassDefFoundError e) {
      throw new ModelException(
          "reading the Basel Face Model needs io.jhdf:jhdf; add it to the class path", e);
    }
  }
}
