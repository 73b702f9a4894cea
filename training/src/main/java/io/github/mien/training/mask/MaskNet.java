package io.github.mien.training.mask;

import io.github.mien.image.Image;
import io.github.mien.inference.Planes;
import io.github.mien.training.net.Parameters;
import io.github.mien.training.net.TorchLayers;
import io.github.mien.training.onnx.OnnxGraph;
import io.github.mien.training.onnx.OnnxLayers;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.AutoGradMode;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * A network that finds a mask in the crops of the pipeline.
 *
 * @param model its name
 * @param output name of what it finds
 * @param side pixels on a side of the crops
 * @param net the layers
 */
public record MaskNet(String model, String output, int side, UNet net) {
  /** Makes the parameters of a network that has learnt nothing yet. */
  public void initialise(Parameters parameters) {
    try (PointerScope scope = new PointerScope()) {
      TorchLayers layers = new TorchLayers(parameters, TorchLayers.Mode.EVALUATE);
      net.run(layers, torch.zeros(1, 3, net.stride(), net.stride()));
    }
  }

  /**
   * Runs the network with batch statistics and gradients, feature maps in bfloat16.
   *
   * @param pictures levels of 0..1: N, 3, side, side
   * @return logits in 32 bits: N, 1, side, side
   */
  public Tensor train(Parameters parameters, float[] pictures, int n) {
    TorchLayers layers = new TorchLayers(parameters, TorchLayers.Mode.TRAIN_BF16);
    Tensor x = Tensor.create(pictures, n, 3, side, side);
    return net.run(layers, x).to(torch.ScalarType.Float);
  }

  /**
   * Runs the network in training on one picture.
   *
   * @param picture RGB, square, its sides multiples of the layers' stride
   * @return 0..1 for each of its pixels, row by row
   */
  public float[] find(Parameters parameters, Image picture) {
    try (PointerScope scope = new PointerScope();
        AutoGradMode off = new AutoGradMode(false)) {
      float[] planes = Planes.of(picture, 1 / 255f, 0).data();
      Tensor x = Tensor.create(planes, 1, 3, picture.height(), picture.width());
      TorchLayers layers = new TorchLayers(parameters, TorchLayers.Mode.EVALUATE);
      return Parameters.read(net.run(layers, x).sigmoid());
    }
  }

  /**
   * The mean of what is found in a picture and in its mirror image.
   *
   * @param picture as {@link #find} takes it
   * @return 0..1 for each of its pixels, row by row
   */
  public float[] findTwice(Parameters parameters, Image picture) {
    float[] found = find(parameters, picture);
    float[] mirrored = find(parameters, picture.mirrored());
    int width = picture.width();
    for (int i = 0; i < found.length; i++) {
      found[i] = (found[i] + mirrored[i - i % width + width - 1 - i % width]) / 2;
    }
    return found;
  }

  /** The finished model, for one crop. */
  public byte[] toOnnx(Parameters parameters) {
    OnnxGraph graph = new OnnxGraph(model);
    String picture = graph.input("picture", 1, 3, side, side);
    OnnxLayers layers = new OnnxLayers(graph, parameters, true);
    graph.output(layers.sigmoid(net.run(layers, picture)), output, 1, 1, side, side);
    graph.metadata("licence", "Apache-2.0");
    return graph.toByteArray();
  }
}
