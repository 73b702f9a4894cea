package io.github.mien.inference;

import io.github.mien.provider.Provider;

/**
 * A way to run ONNX networks, such as {@code onnxruntime} or {@code opencv}; see {@link Backends}.
 */
public interface InferenceBackend extends Provider {

  /**
   * Loads a network.
   *
   * @param model an ONNX file's bytes; not kept
   * @param options threads
   * @throws InferenceException if the bytes are no network that this back end can run
   */
  InferenceSession open(byte[] model, SessionOptions options);
}
