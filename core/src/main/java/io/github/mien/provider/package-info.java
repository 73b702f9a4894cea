/** Services with several implementations: what they have in common, and the choice of one. */
@NullMarked
package io.github.mien.provider;

import org.jspecify.annotations.NullMarked;
