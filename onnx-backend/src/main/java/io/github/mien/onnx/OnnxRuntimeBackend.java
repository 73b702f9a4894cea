package io.github.mien.onnx;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions.OptLevel;
import io.github.mien.inference.InferenceBackend;
import io.github.mien.inference.InferenceException;
import io.github.mien.inference.InferenceSession;
import io.github.mien.inference.SessionOptions;
import io.github.mien.provider.Availability;

/**
 * Inference on ONNX Runtime's CPU provider. Stateless; the native library is loaded by the first
 * {@link #probe()} or {@link #open}.
 *
 * <p>ONNX Runtime unpacks its library to a temporary folder at each start (some 170 ms on one core)
 * unless its system property {@code onnxruntime.native.path} names a folder that holds it.
 */
public final class OnnxRuntimeBackend implements InferenceBackend {

  /** For {@link java.util.ServiceLoader}. */
  public OnnxRuntimeBackend() {}

  @Override
  public String name() {
    return "onnxruntime";
  }

  @Override
  public int priority() {
    return 100;
  }

  @Override
  public Availability probe() {
    return OnnxRuntimeLibrary.get().availability();
  }

  @Override
  public InferenceSession open(byte[] model, SessionOptions options) {
    OrtEnvironment environment = OnnxRuntimeLibrary.require();
    try (OrtSession.SessionOptions settings = new OrtSession.SessionOptions()) {
      configure(settings, options);
      return new OnnxRuntimeSession(environment, environment.createSession(model, settings));
    } catch (OrtException e) {
      throw new InferenceException(
          "ONNX Runtime cannot load this network of " + model.length + " bytes: " + e.getMessage(),
          e);
    }
  }

  private static void configure(OrtSession.SessionOptions session, SessionOptions options)
      throws OrtException {
    session.setOptimizationLevel(OptLevel.ALL_OPT);
    session.setIntraOpNumThreads(options.threads());
    session.setInterOpNumThreads(1);
    // Waiting threads would otherwise keep their cores busy.
    session.addConfigEntry("session.intra_op.allow_spinning", "0");
    // Warnings about how a model was exported mean nothing to who runs it.
    session.setSessionLogLevel(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR);
  }
}
