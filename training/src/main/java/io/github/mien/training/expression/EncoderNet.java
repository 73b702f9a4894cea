package io.github.mien.training.expression;

import io.github.mien.training.net.Parameters;
import java.util.Arrays;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;

/**
 * The encoder's network as LibTorch trains it; core computes the same. Two halves see the input and
 * its mirror image through shared weights, each layer mixes them, pairs of outputs share rows.
 */
final class EncoderNet {
  static final int HALF = 128;
  static final int LAYERS = 2;
  private static final float LEAST = 0.005f;

  private final Parameters parameters;
  private final int in;
  private final Tensor inputMirror;
  private final Tensor inputSign;
  private final Tensor first;
  private final Tensor swapped;
  private final Tensor central;
  private final int out;
  private final float[] start;

  /**
   * @param inputMirror which input is which in the mirror
   * @param inputSign 1 or -1 for each input
   * @param outputMirror which output is which in the mirror
   * @param usual what the outputs are on average, 0..1
   */
  EncoderNet(
      Parameters parameters,
      int[] inputMirror,
      float[] inputSign,
      int[] outputMirror,
      float[] usual) {
    this.parameters = parameters;
    this.start = new float[usual.length];
    for (int i = 0; i < start.length; i++) {
      start[i] = (float) Math.log((usual[i] + LEAST) / (1 + LEAST - usual[i]));
    }
    this.in = inputMirror.length;
    this.out = outputMirror.length;
    this.inputMirror = indices(inputMirror);
    this.inputSign = Tensor.create(inputSign, 1, in).retainReference();
    int[] from = new int[out];
    float[] swaps = new float[out];
    float[] centres = new float[out];
    for (int i = 0; i < out; i++) {
      from[i] = Math.min(i, outputMirror[i]);
      swaps[i] = from[i] != i ? 1 : 0;
      centres[i] = outputMirror[i] == i ? 1 : 0;
    }
    this.first = indices(from);
    this.swapped = Tensor.create(swaps, out, 1).retainReference();
    this.central = Tensor.create(centres, out, 1).retainReference();
  }

  private static Tensor indices(int[] numbers) {
    long[] wide = Arrays.stream(numbers).asLongStream().toArray();
    return Tensor.create(wide, wide.length).retainReference();
  }

  /** Coefficients [n, 51] for inputs [n, 292]. */
  Tensor forward(Tensor x) {
    Tensor image = x.index_select(1, inputMirror).mul(inputSign);
    Tensor weight = weight("first", HALF, in, 1);
    Tensor bias = bias("first.bias", HALF);
    Tensor a = rectify(linear(x, weight, bias));
    Tensor b = rectify(linear(image, weight, bias));
    for (int k = 2; k <= LAYERS; k++) {
      Tensor same = weight(k + ".same", HALF, HALF, 0.5);
      Tensor other = weight(k + ".other", HALF, HALF, 0.5);
      Tensor shift = bias(k + ".bias", HALF);
      Tensor nextA = a.add(rectify(linear(a, same, shift).add(plain(b, other))));
      b = b.add(rectify(linear(b, same, shift).add(plain(a, other))));
      a = nextA;
    }
    Tensor same = weight("last.same", out, HALF, 0.3).index_select(0, first);
    Tensor given = weight("last.other", out, HALF, 0.3).index_select(0, first);
    Tensor other = given.add(same.sub(given).mul(central));
    Tensor change = other.sub(same).mul(swapped);
    Tensor shift = lastBias().index_select(0, first);
    return linear(a, same.add(change), shift).add(plain(b, other.sub(change))).sigmoid();
  }

  /** What is trained, by the names of the model file without their prefix. */
  Parameters parameters() {
    return parameters;
  }

  private Tensor weight(String name, int rows, int columns, double gain) {
    return parameters.trained(
        name,
        () -> torch.randn(rows, columns).mul_(new Scalar((float) (gain / Math.sqrt(columns)))));
  }

  private Tensor lastBias() {
    return parameters.trained("last.bias", () -> Tensor.create(start, out));
  }

  private Tensor bias(String name, int size) {
    return parameters.trained(name, () -> torch.zeros(size));
  }

  private static Tensor rectify(Tensor v) {
    return v.add(v.mul(v).add(new Scalar(1.0)).sqrt()).mul(new Scalar(0.5));
  }

  private static Tensor linear(Tensor x, Tensor weight, Tensor bias) {
    return torch.linear(x, weight, new TensorOptional(bias));
  }

  private static Tensor plain(Tensor x, Tensor weight) {
    return torch.linear(x, weight, new TensorOptional());
  }
}
