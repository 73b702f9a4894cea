/** Putting finished models into core. */
@NullMarked
package io.github.mien.training.embed;

import org.jspecify.annotations.NullMarked;
