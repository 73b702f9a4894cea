/** Which pixels of a portrait belong to the person: the network that finds them, and its data. */
@NullMarked
package io.github.mien.training.matte;

import org.jspecify.annotations.NullMarked;
