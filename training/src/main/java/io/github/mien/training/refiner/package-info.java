/** Trains the networks that look at eyes and lips again. */
@NullMarked
package io.github.mien.training.refiner;

import org.jspecify.annotations.NullMarked;
