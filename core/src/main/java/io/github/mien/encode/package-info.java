/** From faces to expressions. */
@NullMarked
package io.github.mien.encode;

import org.jspecify.annotations.NullMarked;
