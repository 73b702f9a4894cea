/** The run of a training: batches, steps, checkpoints, reports, and the options it is given. */
@NullMarked
package io.github.mien.training.run;

import org.jspecify.annotations.NullMarked;
