package io.github.mien.training.render;

import io.github.mien.model.ModelStore;
import io.github.mien.training.onnx.OnnxWeights;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;

/**
 * How unlike two pictures are to the first layers of Mien's landmarker: the perceptual loss
 * (Johnson and others 2016, arXiv:1603.08155). What those layers look for are edges and textures of
 * faces.
 */
final class LandmarkerFeatures {
  /** Rank of the weights of a convolution. */
  private static final int CONVOLUTION = 4;

  private record Layer(Tensor weight, Tensor bias) {}

  private final List<Layer> layers = new ArrayList<>();

  private LandmarkerFeatures() {}

  /** Of the embedded model. */
  static LandmarkerFeatures load() throws IOException {
    LandmarkerFeatures features = new LandmarkerFeatures();
    List<OnnxWeights.Constant> constants =
        OnnxWeights.read(ModelStore.embedded().read(ModelStore.LANDMARKER));
    for (int i = 0; features.layers.size() < 7; i++) {
      OnnxWeights.Constant weight = constants.get(i);
      if (weight.shape().length == CONVOLUTION && weight.shape()[2] == 3) {
        OnnxWeights.Constant bias = constants.get(i + 1);
        features.layers.add(new Layer(tensor(weight), tensor(bias)));
      }
    }
    return features;
  }

  private static Tensor tensor(OnnxWeights.Constant constant) {
    return Tensor.create(constant.values(), constant.shape()).to(torch.ScalarType.BFloat16);
  }

  /**
   * The mean difference of the features at three resolutions, each over the mean of the second
   * picture's.
   *
   * @param a N, 3, H, W of 0..1
   * @param b of the same shape, no gradient
   */
  Tensor distance(Tensor a, Tensor b) {
    List<Tensor> first = features(a);
    List<Tensor> second = features(b.detach());
    Tensor sum = torch.zeros(1);
    for (int i = 0; i < first.size(); i++) {
      Tensor scale = second.get(i).abs().mean().add(new Scalar(1e-3));
      sum = sum.add(first.get(i).sub(second.get(i)).abs().mean().div(scale));
    }
    return sum;
  }

  private List<Tensor> features(Tensor picture) {
    Tensor x = picture.mul(new Scalar(2)).sub(new Scalar(1)).to(torch.ScalarType.BFloat16);
    Tensor stem = convolve(x, 0, 2).relu();
    Tensor fine = residual(convolve(stem, 1, 2).relu(), 2);
    Tensor middle = residual(convolve(fine, 4, 2).relu(), 5);
    return List.of(exact(stem), exact(fine), exact(middle));
  }

  private Tensor residual(Tensor x, int layer) {
    return x.add(convolve(convolve(x, layer, 1).relu(), layer + 1, 1)).relu();
  }

  private Tensor convolve(Tensor x, int layer, long stride) {
    Layer of = layers.get(layer);
    return torch.conv2d(
        x,
        of.weight,
        new TensorOptional(of.bias),
        new long[] {stride, stride},
        new long[] {1, 1},
        new long[] {1, 1},
        1);
  }

  private static Tensor exact(Tensor x) {
    return x.to(torch.ScalarType.Float);
  }
}
