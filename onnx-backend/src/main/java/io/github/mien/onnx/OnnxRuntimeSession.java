package io.github.mien.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import io.github.mien.inference.InferenceException;
import io.github.mien.inference.InferenceSession;
import io.github.mien.inference.Tensor;
import java.nio.FloatBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** A network in ONNX Runtime, which runs any number of calls at once. */
final class OnnxRuntimeSession implements InferenceSession {
  private final OrtEnvironment environment;
  private final OrtSession session;
  private final List<String> inputs;
  private final List<String> outputs;

  /** Input buffers that no call is using: as many as ever ran at once. */
  private final Queue<InputBuffers> idle = new ConcurrentLinkedQueue<>();

  /** Calls share it; closing takes it alone, so that nothing is freed under a running call. */
  private final ReadWriteLock lifetime = new ReentrantReadWriteLock();

  private boolean closed;

  /**
   * @param session owned from now on
   */
  OnnxRuntimeSession(OrtEnvironment environment, OrtSession session) {
    this.environment = environment;
    this.session = session;
    this.inputs = List.copyOf(session.getInputNames());
    this.outputs = List.copyOf(session.getOutputNames());
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
  public Map<String, Tensor> run(Map<String, Tensor> tensors) {
    lifetime.readLock().lock();
    try {
      if (closed) {
        throw new IllegalStateException("this session is closed; open another");
      }
      if (!tensors.keySet().containsAll(inputs)) {
        throw new IllegalArgumentException(
            "the network needs the inputs " + inputs + ", not " + tensors.keySet());
      }
      return runOpen(tensors);
    } finally {
      lifetime.readLock().unlock();
    }
  }

  private Map<String, Tensor> runOpen(Map<String, Tensor> tensors) {
    InputBuffers buffers = idle.poll();
    if (buffers == null) {
      buffers = new InputBuffers(environment, inputs);
    }
    try (OrtSession.Result result = session.run(buffers.filledWith(tensors))) {
      return read(result);
    } catch (OrtException e) {
      throw new InferenceException(
          "ONNX Runtime cannot run this network on " + tensors + ": " + e.getMessage(), e);
    } finally {
      idle.add(buffers);
    }
  }

  private Map<String, Tensor> read(OrtSession.Result result) {
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    for (int i = 0; i < outputs.size(); i++) {
      tensors.put(outputs.get(i), read(outputs.get(i), result.get(i)));
    }
    return tensors;
  }

  private static Tensor read(String name, OnnxValue value) {
    FloatBuffer numbers = value instanceof OnnxTensor tensor ? tensor.getFloatBuffer() : null;
    if (numbers == null) {
      throw new InferenceException("The network's output '" + name + "' is no tensor of floats");
    }
    long[] extents = ((TensorInfo) value.getInfo()).getShape();
    int[] shape = new int[extents.length];
    for (int i = 0; i < shape.length; i++) {
      shape[i] = Math.toIntExact(extents[i]);
    }
    return Tensor.of(numbers.array(), shape);
  }

  @Override
  public void close() {
    lifetime.writeLock().lock();
    try {
      if (!closed) {
        closed = true;
        idle.forEach(InputBuffers::close);
        idle.clear();
        session.close();
      }
    } catch (OrtException e) {
      throw new InferenceException("ONNX Runtime cannot close this network: " + e.getMessage(), e);
    } finally {
      lifetime.writeLock().unlock();
    }
  }
}
