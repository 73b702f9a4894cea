package io.github.mien.opencv;

import io.github.mien.inference.InferenceException;
import io.github.mien.inference.InferenceSession;
import io.github.mien.inference.Tensor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.opencv.core.CvException;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.dnn.Net;

/**
 * A network of OpenCV's DNN module. A {@link Net} keeps the blobs of its last run, so calls from
 * several threads take turns.
 *
 * <p>OpenCV's Java API frees a {@link Net} only when the garbage collector finds it: closing drops
 * the last reference.
 */
final class OpenCvSession implements InferenceSession {
  /** Stands for the name of the input where there is but one. */
  static final String ONLY_INPUT = "";

  private final List<String> inputs;
  private final List<String> outputs;
  private @Nullable Net net;

  /**
   * @param net owned by the session from now on
   * @param inputs names of its inputs, in the model's order
   * @param outputs names of its outputs, in the model's order
   */
  OpenCvSession(Net net, List<String> inputs, List<String> outputs) {
    this.net = net;
    this.inputs = List.copyOf(inputs);
    this.outputs = List.copyOf(outputs);
  }

  @Override
  public List<String> inputs() {
    return inputs;
  }

  @Override
  public List<String> outputs() {
    return outputs;
  }

  @Override
  public synchronized Map<String, Tensor> run(Map<String, Tensor> tensors) {
    Net open = net;
    if (open == null) {
      throw new IllegalStateException("this session is closed; open another");
    }
    List<Mat> results = new ArrayList<>();
    try {
      for (String name : inputs) {
        setInput(open, name, tensors.get(name));
      }
      open.forward(results, outputs);
      Map<String, Tensor> named = new LinkedHashMap<>();
      for (int i = 0; i < outputs.size(); i++) {
        named.put(outputs.get(i), toTensor(results.get(i)));
      }
      return named;
    } catch (CvException e) {
      throw new InferenceException("OpenCV cannot run this network on " + tensors, e);
    } finally {
      results.forEach(Mat::release);
    }
  }

  private void setInput(Net net, String name, @Nullable Tensor tensor) {
    if (tensor == null) {
      throw new IllegalArgumentException("the network needs the inputs " + inputs);
    }
    int[] shape = tensor.shape();
    Mat blob = new Mat(shape, CvType.CV_32F);
    try {
      blob.put(new int[shape.length], tensor.data());
      net.setInput(blob, name);
    } finally {
      blob.release();
    }
  }

  private static Tensor toTensor(Mat blob) {
    int[] shape = new int[blob.dims()];
    for (int i = 0; i < shape.length; i++) {
      shape[i] = blob.size(i);
    }
    float[] data = new float[Math.toIntExact(blob.total())];
    blob.get(new int[shape.length], data);
    return Tensor.of(data, shape);
  }

  @Override
  public synchronized void close() {
    net = null;
  }
}
