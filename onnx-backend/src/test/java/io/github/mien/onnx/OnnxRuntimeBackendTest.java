package io.github.mien.onnx;

import io.github.mien.inference.InferenceBackend;
import io.github.mien.testkit.InferenceBackendCompatibility;

class OnnxRuntimeBackendTest extends InferenceBackendCompatibility {

  @Override
  protected InferenceBackend backend() {
    return new OnnxRuntimeBackend();
  }
}
