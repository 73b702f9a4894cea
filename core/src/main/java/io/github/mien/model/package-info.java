/** The embedded models, and the user's files in their place. */
@NullMarked
package io.github.mien.model;

import org.jspecify.annotations.NullMarked;
