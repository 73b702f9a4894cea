package io.github.mien.training.data;

import io.github.mien.face.Landmarks;
import java.nio.file.Path;

/**
 * A photo of one face and what the reference says about it.
 *
 * @param name path relative to the folder of the labels, with slashes
 * @param file the photo
 * @param landmarks in pixels of the photo
 * @param coefficients 52 scores in the order of {@code blendshape-names.json}, {@code _neutral}
 *     first; empty where there are none
 */
public record LabelledPhoto(String name, Path file, Landmarks landmarks, float[] coefficients) {

  /** The set that the photo is from: the first folder of its name. */
  public String set() {
    int slash = name.indexOf('/');
    return slash < 0 ? "" : name.substring(0, slash);
  }
}
