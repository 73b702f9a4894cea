/** The renderer, which paints what a moved face lacks. */
@NullMarked
package io.github.mien.training.render;

import org.jspecify.annotations.NullMarked;
