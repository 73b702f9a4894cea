/**
 * Pasting a part of one picture into another so that no seam shows: Poisson blending, the transfer
 * of light and colours, and the masks that say what is pasted.
 */
@NullMarked
package io.github.mien.blend;

import org.jspecify.annotations.NullMarked;
