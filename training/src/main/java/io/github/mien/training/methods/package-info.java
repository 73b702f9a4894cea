/** Measures the methods that come with Mien beside each other. */
@NullMarked
package io.github.mien.training.methods;

import org.jspecify.annotations.NullMarked;
