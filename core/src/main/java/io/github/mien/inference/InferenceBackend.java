package io.github.mien.inference;

/**
 * A way to run ONNX networks, found by {@link java.util.ServiceLoader}. Creating one costs nothing
 * and loads no native code; {@link #probe()} and {@link #open} do.
 */
public interface InferenceBackend {

  /** Short name for options and reports, such as {@code onnxruntime} or {@code opencv}. */
  String name();

  /** Which of several is taken when none is named: the largest that is available. */
  int priority();

  /** Whether it can run here, or why not. Never throws; may load native code the first time. */
  Availability probe();

  /**
   * Loads a network.
   *
   * @param model an ONNX file's bytes; not kept
   * @param options threads
   * @throws InferenceException if the bytes are no network that this back end can run
   */
  InferenceSession open(byte[] model, SessionOptions options);
}
