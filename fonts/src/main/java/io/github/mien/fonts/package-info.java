/** Fonts for captions, as a pack that Mien finds. */
@NullMarked
package io.github.mien.fonts;

import org.jspecify.annotations.NullMarked;
