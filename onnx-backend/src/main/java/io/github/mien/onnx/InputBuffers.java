package io.github.mien.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import io.github.mien.inference.Tensor;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Native memory for the inputs of one call at a time, kept for the next call of the same shape.
 * Without it each call would allocate, and later finalise, direct buffers.
 */
final class InputBuffers implements AutoCloseable {
  private final OrtEnvironment environment;
  private final List<String> names;
  private final Map<String, Slot> slots = new HashMap<>();
  private final Map<String, OnnxTensor> filled = new LinkedHashMap<>();

  private record Slot(int[] shape, FloatBuffer buffer, OnnxTensor tensor) {}

  InputBuffers(OrtEnvironment environment, List<String> names) {
    this.environment = environment;
    this.names = names;
  }

  /** Copies tensors to native memory; the result is valid until the next call. */
  Map<String, OnnxTensor> filledWith(Map<String, Tensor> tensors) throws OrtException {
    filled.clear();
    for (String name : names) {
      Tensor tensor = Objects.requireNonNull(tensors.get(name), name);
      Slot slot = slot(name, tensor.shape());
      slot.buffer.put(0, tensor.data());
      filled.put(name, slot.tensor);
    }
    return filled;
  }

  private Slot slot(String name, int[] shape) throws OrtException {
    Slot slot = slots.get(name);
    if (slot != null && Arrays.equals(slot.shape, shape)) {
      return slot;
    }
    if (slot != null) {
      slots.remove(name);
      slot.tensor.close();
    }
    Slot fresh = allocate(shape);
    slots.put(name, fresh);
    return fresh;
  }

  private Slot allocate(int[] shape) throws OrtException {
    long[] extents = Arrays.stream(shape).asLongStream().toArray();
    long size = Arrays.stream(extents).reduce(1, (a, b) -> a * b);
    FloatBuffer buffer =
        ByteBuffer.allocateDirect(Math.toIntExact(size * Float.BYTES))
            .order(ByteOrder.nativeOrder())
            .asFloatBuffer();
    return new Slot(shape, buffer, OnnxTensor.createTensor(environment, buffer, extents));
  }

  @Override
  public void close() {
    slots.values().forEach(slot -> slot.tensor.close());
    slots.clear();
  }
}
