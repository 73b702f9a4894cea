/** Writing trained networks as ONNX files. */
@NullMarked
package io.github.mien.training.onnx;

import org.jspecify.annotations.NullMarked;
