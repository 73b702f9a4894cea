/** What makes a meme of a picture, and what says how it was made. */
@NullMarked
package io.github.mien.meme;

import org.jspecify.annotations.NullMarked;
