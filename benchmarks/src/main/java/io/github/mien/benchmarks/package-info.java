/** JMH: every hot path beside what a user would pick instead. */
@NullMarked
package io.github.mien.benchmarks;

import org.jspecify.annotations.NullMarked;
