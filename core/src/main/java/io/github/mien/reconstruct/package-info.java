/** From moved landmarks to pixels. */
@NullMarked
package io.github.mien.reconstruct;

import org.jspecify.annotations.NullMarked;
