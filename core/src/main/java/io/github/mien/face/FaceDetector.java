package io.github.mien.face;

import io.github.mien.image.Image;
import java.util.List;

/** Finds faces in a picture. Thread-safe. */
public interface FaceDetector {

  /**
   * @param image read only
   * @return the faces, the surest first; empty where there are none
   */
  List<Detection> detect(Image image);
}
