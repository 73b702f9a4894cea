/** Building blocks for training on LibTorch: layers, parameters, optimiser, rate, checkpoints. */
@NullMarked
package io.github.mien.training.net;

import org.jspecify.annotations.NullMarked;
