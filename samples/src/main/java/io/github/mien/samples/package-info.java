/** Small programs, as the README quotes them. */
@NullMarked
package io.github.mien.samples;

import org.jspecify.annotations.NullMarked;
