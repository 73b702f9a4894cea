package io.github.mien.face;

import io.github.mien.image.Image;
import java.util.List;

/** Finds faces in a picture together with their landmarks. Thread-safe. */
public interface FaceAligner {

  /**
   * @param image read only
   * @return the faces, the largest first; empty where there are none
   */
  List<Face> align(Image image);
}
