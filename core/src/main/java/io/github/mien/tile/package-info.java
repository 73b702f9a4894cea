/** Large pictures through networks: tiles that overlap and fade into each other. Not exported. */
@NullMarked
package io.github.mien.tile;

import org.jspecify.annotations.NullMarked;
