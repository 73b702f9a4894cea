/** Puts a part of one picture into another so that no seam shows. */
@NullMarked
package io.github.mien.blend;

import org.jspecify.annotations.NullMarked;
