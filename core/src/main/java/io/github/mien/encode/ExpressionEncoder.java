package io.github.mien.encode;

import io.github.mien.expression.Expression;
import io.github.mien.face.Face;

/** Reads the expression of a face. Thread-safe. */
public interface ExpressionEncoder {

  /** The coefficients and the head pose of a face. */
  Expression encode(Face face);
}
