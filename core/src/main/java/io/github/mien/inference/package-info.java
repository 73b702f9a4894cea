/** Running neural networks: tensors, sessions, and the back ends that provide them. */
@NullMarked
package io.github.mien.inference;

import org.jspecify.annotations.NullMarked;
