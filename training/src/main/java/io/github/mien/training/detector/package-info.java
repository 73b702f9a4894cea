/** Makes the face detector: pictures composed of cut-out heads, training, evaluation. */
@NullMarked
package io.github.mien.training.detector;

import org.jspecify.annotations.NullMarked;
