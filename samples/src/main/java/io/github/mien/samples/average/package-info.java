/** Averages faces into one that belongs to nobody. */
@NullMarked
package io.github.mien.samples.average;

import org.jspecify.annotations.NullMarked;
