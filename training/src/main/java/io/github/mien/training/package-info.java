/** The command line that makes the embedded models. */
@NullMarked
package io.github.mien.training;

import org.jspecify.annotations.NullMarked;
