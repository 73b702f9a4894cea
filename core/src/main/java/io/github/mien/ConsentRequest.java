package io.github.mien;

import io.github.mien.face.Face;
import java.util.List;

/**
 * A picture with faces that is about to be used.
 *
 * @param role {@link Role#TARGET} if its face is about to be changed, {@link Role#SOURCE} if its
 *     expression is about to be shown by another
 * @param width the picture's columns
 * @param height the picture's rows
 * @param faces all that were found, the one that is used first
 */
public record ConsentRequest(Role role, int width, int height, List<Face> faces) {

  /** Copies the list. */
  public ConsentRequest {
    faces = List.copyOf(faces);
  }
}
