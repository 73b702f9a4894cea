/** From a picture to faces: detection, the 478 landmarks, alignment. */
@NullMarked
package io.github.mien.face;

import org.jspecify.annotations.NullMarked;
