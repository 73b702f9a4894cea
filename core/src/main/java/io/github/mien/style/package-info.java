/** Giving a whole picture the style of another by networks of the user's. */
@NullMarked
package io.github.mien.style;

import org.jspecify.annotations.NullMarked;
