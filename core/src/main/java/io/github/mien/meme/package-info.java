/** Memes and stickers. Takes pictures, animations and areas, and knows no faces. */
@NullMarked
package io.github.mien.meme;

import org.jspecify.annotations.NullMarked;
