/** The {@code mien} command line. */
@NullMarked
package io.github.mien.cli;

import org.jspecify.annotations.NullMarked;
