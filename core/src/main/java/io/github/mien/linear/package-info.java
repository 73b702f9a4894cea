/** Linear algebra of small systems. Not exported. */
@NullMarked
package io.github.mien.linear;

import org.jspecify.annotations.NullMarked;
