package io.github.mien.opencv;

import io.github.mien.inference.InferenceBackend;
import io.github.mien.inference.InferenceException;
import io.github.mien.inference.InferenceSession;
import io.github.mien.inference.SessionOptions;
import org.opencv.core.CvException;
import org.opencv.core.MatOfByte;
import org.opencv.dnn.Dnn;

/**
 * Inference on OpenCV's DNN module, on the CPU. Stateless; the native library is loaded by the
 * first {@link #probe()} or {@link #open}.
 *
 * <p>Calls of one session take turns, as OpenCV keeps the state of a run in the network. OpenCV has
 * one pool of threads per process and no setting per network, so {@link SessionOptions#threads()}
 * is not heeded: an application that wants fewer calls {@code Core.setNumThreads} itself.
 */
public final class OpenCvInferenceBackend extends OpenCvProvider implements InferenceBackend {

  /** For {@link java.util.ServiceLoader}. */
  public OpenCvInferenceBackend() {}

  @Override
  public InferenceSession open(byte[] model, SessionOptions options) {
    OpenCvLibrary.require();
    OnnxSignature signature = OnnxSignature.read(model);
    MatOfByte bytes = new MatOfByte(model);
    try {
      return new OpenCvSession(Dnn.readNetFromONNX(bytes), signature.inputs(), signature.outputs());
    } catch (CvException e) {
      throw new InferenceException(
          "OpenCV cannot load this network of " + model.length + " bytes: " + e.getMessage(), e);
    } finally {
      bytes.release();
    }
  }
}
