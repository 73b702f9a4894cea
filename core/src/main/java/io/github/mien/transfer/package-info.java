/** From a wanted expression and a target face to moved landmarks; no pixels. */
@NullMarked
package io.github.mien.transfer;

import org.jspecify.annotations.NullMarked;
