/** Trains the priors of morphable fits and the metric of identities, and measures both. */
@NullMarked
package io.github.mien.training.morphable;

import org.jspecify.annotations.NullMarked;
