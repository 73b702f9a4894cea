package io.github.mien.opencv;

import io.github.mien.inference.InferenceBackend;
import io.github.mien.testkit.InferenceBackendCompatibility;

class OpenCvInferenceBackendTest extends InferenceBackendCompatibility {

  @Override
  protected InferenceBackend backend() {
    return new OpenCvInferenceBackend();
  }
}
