/** Enlarging pictures by a network, and sharpening a face within a photo. */
@NullMarked
package io.github.mien.superres;

import org.jspecify.annotations.NullMarked;
