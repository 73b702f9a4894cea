/** Networks that say of each pixel of a crop how much of it belongs to something. */
@NullMarked
package io.github.mien.training.mask;

import org.jspecify.annotations.NullMarked;
