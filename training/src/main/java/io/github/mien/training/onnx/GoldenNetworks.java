package io.github.mien.training.onnx;

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
import java.util.List;
import java.util.Random;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.AutoGradMode;
import org.bytedeco.pytorch.Tensor;

/**
 * Makes the goldens of the compatibility suite that every inference back end passes: small networks
 * of random weights with one of every layer, written as the embedded models are, and what LibTorch
 * computes with them. {@code NAME.onnx} is the network; {@code NAME.golden} holds, big-endian, the
 * number of tensors and for each its name, number of extents, extents and numbers: the input first,
 * then the outputs.
 */
public final class GoldenNetworks {
  private static final int SIZE = 16;
  private static final List<String> OUTPUTS = List.of("points", "probability", "cells", "features");

  private GoldenNetworks() {}

  /**
   * @param arguments the folder to write to, {@code core/src/test/resources/io/github/mien/testkit}
   */
  public static void main(String... arguments) throws IOException {
    Path folder = Files.createDirectories(Path.of(arguments[0]));
    LibTorch.configure(1, 7);
    write(folder, "single", false);
    write(folder, "half", true);
  }

  /** One of every layer; the features are an output and go on into another. */
  private static <V> List<V> network(Layers<V> net, V x) {
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

  private static void write(Path folder, String name, boolean half) throws IOException {
    Parameters parameters = new Parameters();
    float[] picture = picture();
    try (PointerScope scope = new PointerScope();
        AutoGradMode off = new AutoGradMode(false);
        DataOutputStream golden =
            new DataOutputStream(Files.newOutputStream(folder.resolve(name + ".golden")))) {
      Tensor input = Tensor.create(picture, 1, 3, SIZE, SIZE);
      network(new TorchLayers(parameters, TorchLayers.Mode.EVALUATE), input);
      parameters.trained().values().forEach(GoldenNetworks::randomise);
      List<Tensor> outputs = network(new TorchLayers(parameters, TorchLayers.Mode.EVALUATE), input);

      golden.writeInt(1 + outputs.size());
      write(golden, "image", input);
      List<long[]> shapes = new ArrayList<>();
      for (int i = 0; i < outputs.size(); i++) {
        write(golden, OUTPUTS.get(i), outputs.get(i));
        shapes.add(Parameters.shape(outputs.get(i)));
      }
      Files.write(folder.resolve(name + ".onnx"), graph(parameters, half, shapes));
    }
  }

  private static byte[] graph(Parameters parameters, boolean half, List<long[]> shapes) {
    OnnxGraph graph = new OnnxGraph("golden");
    String x = graph.input("image", 1, 3, SIZE, SIZE);
    List<String> values = network(new OnnxLayers(graph, parameters, half), x);
    for (int i = 0; i < values.size(); i++) {
      graph.output(values.get(i), OUTPUTS.get(i), shapes.get(i));
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

  private static float[] picture() {
    Random random = new Random(11);
    float[] picture = new float[3 * SIZE * SIZE];
    for (int i = 0; i < picture.length; i++) {
      picture[i] = random.nextFloat();
    }
    return picture;
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
