/** Super-resolution of faces: small photos in, pictures of four times the side out. */
@NullMarked
package io.github.mien.training.superres;

import org.jspecify.annotations.NullMarked;
