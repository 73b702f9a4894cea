package io.github.mien.encode;

import io.github.mien.expression.Expression;
import io.github.mien.face.Face;

/**
 * A face and what it shows.
 *
 * @param face landmarks and features
 * @param expression as an encoder read it
 */
public record EncodedFace(Face face, Expression expression) {}
