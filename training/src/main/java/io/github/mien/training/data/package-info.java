/** Reading labelled photos. */
@NullMarked
package io.github.mien.training.data;

import org.jspecify.annotations.NullMarked;
