/** OpenCV for Mien. Its own types stay inside: the library has no module name of its own. */
@NullMarked
package io.github.mien.opencv;

import org.jspecify.annotations.NullMarked;
