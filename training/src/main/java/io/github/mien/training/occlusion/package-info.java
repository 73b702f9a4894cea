/** What is in front of a face: the network that finds it, and how well faces are filled behind. */
@NullMarked
package io.github.mien.training.occlusion;

import org.jspecify.annotations.NullMarked;
