package io.github.mien.training.net;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * The numbers of a network by name, 32-bit floats: those that are trained, and those that are only
 * kept (running means of batch normalisation, moments of the optimiser). They are made the first
 * time they are asked for and live until the object is collected. For one thread.
 */
public final class Parameters {
  private static final int MAGIC = 0x4d50_4152;

  private final Map<String, Tensor> trained = new LinkedHashMap<>();
  private final Map<String, Tensor> kept = new LinkedHashMap<>();

  /**
   * A trained parameter.
   *
   * @param initial makes it if it is new
   */
  public Tensor trained(String name, Supplier<Tensor> initial) {
    return trained.computeIfAbsent(name, n -> own(initial.get()).set_requires_grad(true));
  }

  /**
   * Numbers that are saved with the network but not trained.
   *
   * @param initial makes them if they are new
   */
  public Tensor kept(String name, Supplier<Tensor> initial) {
    return kept.computeIfAbsent(name, n -> own(initial.get()));
  }

  /** The trained ones, in the order they were made. */
  public Map<String, Tensor> trained() {
    return trained;
  }

  /** The others, in the order they were made. */
  public Map<String, Tensor> kept() {
    return kept;
  }

  /** Forgets the gradients of those that are trained. */
  public void clearGradients() {
    for (Tensor tensor : trained.values()) {
      if (tensor.grad().defined()) {
        tensor.grad().zero_();
      }
    }
  }

  /** How many numbers are trained. */
  public long count() {
    return trained.values().stream().mapToLong(Tensor::numel).sum();
  }

  /** A copy of the numbers of one, trained or kept. */
  public float[] values(String name) {
    Tensor tensor = trained.containsKey(name) ? trained.get(name) : kept.get(name);
    if (tensor == null) {
      throw new IllegalArgumentException(
          "there is no parameter " + name + "; run the network once before asking for it");
    }
    return read(tensor);
  }

  /** A copy of the numbers of a tensor, as 32-bit floats, row-major. */
  public static float[] read(Tensor tensor) {
    Tensor plain = tensor.detach().to(torch.ScalarType.Float).contiguous();
    float[] values = new float[(int) plain.numel()];
    plain.data_ptr_float().get(values);
    return values;
  }

  /** Overwrites a tensor in place. */
  public static void write(float[] values, Tensor tensor) {
    if (values.length != tensor.numel()) {
      throw new IllegalArgumentException(
          "the tensor holds " + tensor.numel() + " numbers, not " + values.length);
    }
    tensor.data_ptr_float().put(values);
  }

  /** Copies the numbers of another set into those of the same name here, making what is missing. */
  public void copyFrom(Parameters other) {
    other.trained.forEach((n, t) -> write(read(t), trained(n, () -> zerosLike(t))));
    other.kept.forEach((n, t) -> write(read(t), kept(n, () -> zerosLike(t))));
  }

  /**
   * Writes everything to a file; an existing one is replaced only by a finished one.
   *
   * @param file big-endian: per tensor its kind, name, shape and numbers
   */
  public void save(Path file) throws IOException {
    Path part = file.resolveSibling(file.getFileName() + ".part");
    try (DataOutputStream out =
        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(part), 1 << 20))) {
      out.writeInt(MAGIC);
      out.writeInt(trained.size() + kept.size());
      for (Map.Entry<String, Tensor> e : trained.entrySet()) {
        write(out, true, e.getKey(), e.getValue());
      }
      for (Map.Entry<String, Tensor> e : kept.entrySet()) {
        write(out, false, e.getKey(), e.getValue());
      }
    }
    Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }

  private static void write(DataOutputStream out, boolean train, String name, Tensor tensor)
      throws IOException {
    out.writeBoolean(train);
    out.writeUTF(name);
    long[] shape = shape(tensor);
    out.writeInt(shape.length);
    for (long extent : shape) {
      out.writeLong(extent);
    }
    for (float value : read(tensor)) {
      out.writeFloat(value);
    }
  }

  /** Reads what {@link #save} wrote: new names are added, known ones overwritten. */
  public void load(Path file) throws IOException {
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 20))) {
      if (in.readInt() != MAGIC) {
        throw new IOException(file + " is not a checkpoint of this program");
      }
      for (int left = in.readInt(); left > 0; left--) {
        boolean train = in.readBoolean();
        String name = in.readUTF();
        long[] shape = new long[in.readInt()];
        for (int i = 0; i < shape.length; i++) {
          shape[i] = in.readLong();
        }
        Supplier<Tensor> zeros = () -> torch.zeros(shape);
        Tensor tensor = train ? trained(name, zeros) : kept(name, zeros);
        if (!Arrays.equals(shape, shape(tensor))) {
          throw new IOException(
              "%s has %s as %s, the network as %s; was the network changed since?"
                  .formatted(file, name, Arrays.toString(shape), Arrays.toString(shape(tensor))));
        }
        FloatBuffer values = FloatBuffer.allocate((int) tensor.numel());
        while (values.hasRemaining()) {
          values.put(in.readFloat());
        }
        write(values.array(), tensor);
      }
    }
  }

  /** Extents of a tensor. */
  public static long[] shape(Tensor tensor) {
    long[] shape = new long[(int) tensor.dim()];
    for (int i = 0; i < shape.length; i++) {
      shape[i] = tensor.size(i);
    }
    return shape;
  }

  static Tensor zerosLike(Tensor tensor) {
    return torch.zeros(shape(tensor));
  }

  /** Keeps a tensor beyond the pointer scope that it was made in. */
  private static Tensor own(Tensor tensor) {
    return tensor.retainReference();
  }
}
