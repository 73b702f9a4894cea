/** Makes the triangles of the face mesh from labelled photos. */
@NullMarked
package io.github.mien.training.mesh;

import org.jspecify.annotations.NullMarked;
