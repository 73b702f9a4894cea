/** The statistical face: mean shape, identity, and a field per coefficient. */
@NullMarked
package io.github.mien.morphable;

import org.jspecify.annotations.NullMarked;
