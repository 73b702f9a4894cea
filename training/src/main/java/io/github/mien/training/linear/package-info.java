/** Trains the linear map from changes of expression to movements. */
@NullMarked
package io.github.mien.training.linear;

import org.jspecify.annotations.NullMarked;
