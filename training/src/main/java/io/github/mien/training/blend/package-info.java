/** The graph that blends pictures where inference runs: no weights, all arithmetic. */
@NullMarked
package io.github.mien.training.blend;

import org.jspecify.annotations.NullMarked;
