/**
 * Pictures in memory, plane geometry, and the kernels that resample them. Free of {@code
 * java.desktop}.
 */
@NullMarked
package io.github.mien.image;

import org.jspecify.annotations.NullMarked;
