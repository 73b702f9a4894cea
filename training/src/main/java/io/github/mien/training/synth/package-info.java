/** Making varied training pictures out of few photos. */
@NullMarked
package io.github.mien.training.synth;

import org.jspecify.annotations.NullMarked;
