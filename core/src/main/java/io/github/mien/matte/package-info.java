/**
 * Which pixels of a photo belong to a person, and what colours they have without the background.
 */
@NullMarked
package io.github.mien.matte;

import org.jspecify.annotations.NullMarked;
