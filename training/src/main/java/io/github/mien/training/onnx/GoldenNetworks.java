package io.github.mien.training.onnx;

import io.github.mien.model.Half;
import io.github.mien.training.net.Convolution;
import io.github.mien.training.net.Layers;
import io.github.mien.training.net.LibTorch;
import io.github.mien.training.net.Parameters;
import io.github.mien.training.net.TorchLayers;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.AutoGradMode;
import org.bytedeco.pytorch.Tensor;

/**
 * Makes the goldens of the compatibility suite that every inference back end passes: small networks
 * of random weights, written as the embedded models are, and what LibTorch computes with them.
 * {@code NAME.onnx} is the network; {@code NAME.golden} holds, big-endian, how many cases there
 * are, and for each case the input, the number of outputs and the outputs. A tensor is its name,
 * its number of extents, the extents and the numbers.
 */
public final class GoldenNetworks {
  private static final int SIZE = 16;

  private final Path folder;

  private GoldenNetworks(Path folder) {
    this.folder = folder;
  }

  /** A network over any kind of layers; see {@link Layers}. */
  private interface Network {
    <V> List<V> apply(Layers<V> net, V image);

    List<String> outputs();

    long[] openShape(int output, long[] shape);
  }

  /**
   * @param arguments the folder to write to, {@code core/src/test/resources/io/github/mien/testkit}
   */
  public static void main(String... arguments) throws IOException {
    LibTorch.configure(1, 7);
    GoldenNetworks goldens = new GoldenNetworks(Files.createDirectories(Path.of(arguments[0])));
    goldens.write("single", new EveryLayer(), false, new long[] {1, 3, SIZE, SIZE});
    goldens.write("half", new EveryLayer(), true, new long[] {1, 3, SIZE, SIZE});
    goldens.write(
        "any-size", new Pyramid(), true, new long[] {1, 3, SIZE, SIZE}, new long[] {1, 3, 32, 24});
  }

  /** One of every layer; the features are an output and go on into another. */
  private static final class EveryLayer implements Network {
    @Override
    public <V> List<V> apply(Layers<V> net, V x) {
      V a = net.relu(net.convolution("stem", x, Convolution.of(3, 8, 3).stride(2)));
      V b = net.relu(net.convolution("depth", a, new Convolution(8, 8, 3, 1, 8)));
      V small = net.maxPool(net.concat(List.of(net.add(a, b), b)));
      V back = net.upsample(net.convolution("lateral", small, Convolution.of(16, 8, 1)));
      V points = net.softArgmax(net.convolution("maps", back, Convolution.of(8, 3, 1)), 3, 8, 8);
      V features = net.average(back);
      V probability = net.sigmoid(net.linear("presence", features, 8, 1));
      V cells = net.channelsLast(net.convolution("cells", back, Convolution.of(8, 2, 1)), 2);
      return List.of(points, probability, cells, features);
    }

    @Override
    public List<String> outputs() {
      return List.of("points", "probability", "cells", "features");
    }

    @Override
    public long[] openShape(int output, long[] shape) {
      return shape;
    }
  }

  /** Two levels of cells from a picture of any size. */
  private static final class Pyramid implements Network {
    @Override
    public <V> List<V> apply(Layers<V> net, V x) {
      V fine = net.relu(net.convolution("stem", x, Convolution.of(3, 8, 3).stride(2)));
      V coarse = net.relu(net.convolution("down", fine, Convolution.of(8, 8, 3).stride(2)));
      V both = net.add(fine, net.upsample(coarse));
      return List.of(net.concat(List.of(cells(net, both), cells(net, coarse))));
    }

    private static <V> V cells(Layers<V> net, V x) {
      return net.channelsLast(net.convolution("cells", x, Convolution.of(8, 5, 1)), 5);
    }

    @Override
    public List<String> outputs() {
      return List.of("cells");
    }

    @Override
    public long[] openShape(int output, long[] shape) {
      return new long[] {1, -1, 5};
    }
  }

  private void write(String name, Network network, boolean half, long[]... sizes)
      throws IOException {
    Parameters parameters = new Parameters();
    List<long[]> shapes = new ArrayList<>();
    try (PointerScope scope = new PointerScope();
        AutoGradMode off = new AutoGradMode(false);
        DataOutputStream golden =
            new DataOutputStream(Files.newOutputStream(folder.resolve(name + ".golden")))) {
      TorchLayers torch = new TorchLayers(parameters, TorchLayers.Mode.EVALUATE);
      network.apply(torch, picture(sizes[0]));
      parameters.trained().values().forEach(GoldenNetworks::randomise);

      golden.writeInt(sizes.length);
      for (long[] size : sizes) {
        Tensor input = picture(size);
        List<Tensor> outputs = network.apply(torch, input);
        write(golden, "image", input);
        golden.writeInt(outputs.size());
        for (int i = 0; i < outputs.size(); i++) {
          write(golden, network.outputs().get(i), outputs.get(i));
          shapes.add(network.openShape(i, Parameters.shape(outputs.get(i))));
        }
      }
    }
    long[] input = sizes.length == 1 ? sizes[0] : new long[] {1, 3, -1, -1};
    Files.write(folder.resolve(name + ".onnx"), graph(network, parameters, half, input, shapes));
  }

  private static byte[] graph(
      Network network, Parameters parameters, boolean half, long[] input, List<long[]> shapes) {
    OnnxGraph graph = new OnnxGraph("golden");
    String image = graph.input("image", input);
    List<String> values = network.apply(new OnnxLayers(graph, parameters, half), image);
    for (int i = 0; i < values.size(); i++) {
      graph.output(values.get(i), network.outputs().get(i), shapes.get(i));
    }
    return graph.toByteArray();
  }

  /** Numbers that half precision holds exactly, so that the storage format changes nothing. */
  private static void randomise(Tensor tensor) {
    float[] values = Parameters.read(tensor);
    Random random = new Random(values.length);
    for (int i = 0; i < values.length; i++) {
      values[i] = Half.toFloat(Half.of(0.3f * (float) random.nextGaussian()));
    }
    Parameters.write(values, tensor);
  }

  private static Tensor picture(long[] shape) {
    Random random = new Random(11);
    float[] picture = new float[(int) Arrays.stream(shape).reduce(1, (a, b) -> a * b)];
    for (int i = 0; i < picture.length; i++) {
      picture[i] = random.nextFloat();
    }
    return Tensor.create(picture, shape);
  }

  private static void write(DataOutputStream golden, String name, Tensor tensor)
      throws IOException {
    golden.writeUTF(name);
    long[] shape = Parameters.shape(tensor);
    golden.writeInt(shape.length);
    for (long extent : shape) {
      golden.writeInt((int) extent);
    }
    for (float value : Parameters.read(tensor)) {
      golden.writeFloat(value);
    }
  }
}
