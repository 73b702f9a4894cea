/** Expressions as values: ARKit's coefficients, regions, head pose. */
@NullMarked
package io.github.mien.expression;

import org.jspecify.annotations.NullMarked;
