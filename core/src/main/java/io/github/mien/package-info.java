/** The façade: an expression moves from one photo to another in one chained call. */
@NullMarked
package io.github.mien;

import org.jspecify.annotations.NullMarked;
