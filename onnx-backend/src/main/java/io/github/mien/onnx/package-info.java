/** ONNX Runtime for Mien. */
@NullMarked
package io.github.mien.onnx;

import org.jspecify.annotations.NullMarked;
