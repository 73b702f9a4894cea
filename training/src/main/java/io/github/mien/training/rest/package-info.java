/** Trains the estimator of resting faces. */
@NullMarked
package io.github.mien.training.rest;

import org.jspecify.annotations.NullMarked;
