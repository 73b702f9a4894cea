/**
 * Trains the expression model: the displacement fields and the identity basis by linear statistics
 * on ND4J, the encoder on LibTorch.
 */
@NullMarked
package io.github.mien.training.expression;

import org.jspecify.annotations.NullMarked;
