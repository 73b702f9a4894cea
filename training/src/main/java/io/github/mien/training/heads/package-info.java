/** Trains the linear heads of features, and compares them. */
@NullMarked
package io.github.mien.training.heads;

import org.jspecify.annotations.NullMarked;
