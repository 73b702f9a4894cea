/** Makes the landmarker: rotated face crop to 478 points, presence and features. */
@NullMarked
package io.github.mien.training.landmarker;

import org.jspecify.annotations.NullMarked;
