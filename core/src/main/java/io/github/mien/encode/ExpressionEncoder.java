package io.github.mien.encode;

import io.github.mien.expression.Expression;
import io.github.mien.face.Face;
import io.github.mien.image.Image;

/** Reads the expression of a face. Thread-safe. */
public interface ExpressionEncoder {

  /**
   * The coefficients and the head pose of a face.
   *
   * @param photo the picture in which the face was found; read only
   * @param face one of its faces
   */
  Expression encode(Image photo, Face face);
}
