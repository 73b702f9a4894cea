package io.github.mien.encode;

import io.github.mien.model.NamedArrays;

/**
 * A small network of dense layers that treats left and right alike by construction: a mirrored
 * input gives the mirrored output. Every hidden layer is two halves that see the input and its
 * mirror image through the same numbers.
 *
 * <p>Hidden units pass (v + √(v² + 1)) / 2, a smooth rectifier without exponentials; from the
 * second hidden layer on, each adds to the one before. Outputs pass a logistic curve.
 */
final class MirrorNet {
  private final Dense[] layers;

  private MirrorNet(Dense[] layers) {
    this.layers = layers;
  }

  /**
   * The network in arrays: {@code encoder.first} [h, n] and its constants; {@code encoder.K.same}
   * and {@code encoder.K.other} [h, h], what a half takes from its own and from the other half, and
   * constants, for K = 2 up to {@code layers}; {@code encoder.last.same}, {@code
   * encoder.last.other} [m, h] and constants.
   *
   * @param layers how many are hidden
   * @param inputMirror which input is which in the mirror
   * @param inputSign 1, or -1 where a mirror changes the input's sign
   * @param outputMirror which output is which in the mirror
   */
  static MirrorNet of(
      NamedArrays arrays, int layers, int[] inputMirror, float[] inputSign, int[] outputMirror) {
    Dense[] dense = new Dense[layers + 1];
    float[] constants = arrays.floats("encoder.first.bias", -1);
    int half = constants.length;
    int in = inputMirror.length;
    float[] first = arrays.floats("encoder.first", half, in);
    float[] both = new float[2 * half * in];
    for (int o = 0; o < half; o++) {
      for (int i = 0; i < in; i++) {
        both[o * in + i] = first[o * in + i];
        both[(half + o) * in + inputMirror[i]] = inputSign[i] * first[o * in + i];
      }
    }
    dense[0] = new Dense(both, twice(constants));
    for (int k = 1; k < layers; k++) {
      String name = "encoder." + (k + 1);
      float[] same = arrays.floats(name + ".same", half, half);
      float[] other = arrays.floats(name + ".other", half, half);
      float[] weight = new float[4 * half * half];
      for (int o = 0; o < half; o++) {
        for (int i = 0; i < half; i++) {
          weight[o * 2 * half + i] = same[o * half + i];
          weight[o * 2 * half + half + i] = other[o * half + i];
          weight[(half + o) * 2 * half + i] = other[o * half + i];
          weight[(half + o) * 2 * half + half + i] = same[o * half + i];
        }
      }
      dense[k] = new Dense(weight, twice(arrays.floats(name + ".bias", half)));
    }
    dense[layers] = last(arrays, half, outputMirror);
    return new MirrorNet(dense);
  }

  /** Each pair of outputs shares the numbers of the one that comes first. */
  private static Dense last(NamedArrays arrays, int half, int[] mirror) {
    int out = mirror.length;
    float[] same = arrays.floats("encoder.last.same", out, half);
    float[] other = arrays.floats("encoder.last.other", out, half);
    float[] constants = arrays.floats("encoder.last.bias", out);
    float[] weight = new float[out * 2 * half];
    float[] bias = new float[out];
    for (int o = 0; o < out; o++) {
      int from = Math.min(o, mirror[o]);
      boolean swapped = from != o;
      boolean central = mirror[o] == o;
      for (int i = 0; i < half; i++) {
        float a = same[from * half + i];
        float b = central ? a : other[from * half + i];
        weight[o * 2 * half + i] = swapped ? b : a;
        weight[o * 2 * half + half + i] = swapped ? a : b;
      }
      bias[o] = constants[from];
    }
    return new Dense(weight, bias);
  }

  private static float[] twice(float[] numbers) {
    float[] twice = new float[2 * numbers.length];
    System.arraycopy(numbers, 0, twice, 0, numbers.length);
    System.arraycopy(numbers, 0, twice, numbers.length, numbers.length);
    return twice;
  }

  /** The network at one input: its output, and how that changes with the input. */
  final class Pass {
    /** Slopes of the hidden units, layer by layer. */
    private final float[][] slopes = new float[layers.length - 1][];

    private final float[] output;
    private final float[] outputSlopes;

    Pass(float[] input) {
      float[] state = input;
      for (int k = 0; k < slopes.length; k++) {
        float[] v = layers[k].apply(state);
        slopes[k] = rectify(v);
        if (k > 0) {
          add(v, state);
        }
        state = v;
      }
      output = layers[slopes.length].apply(state);
      outputSlopes = new float[output.length];
      for (int i = 0; i < output.length; i++) {
        float p = (float) (1 / (1 + Math.exp(-output[i])));
        output[i] = p;
        outputSlopes[i] = p * (1 - p);
      }
    }

    float[] output() {
      return output.clone();
    }

    /**
     * How the output moves along several changes of the input.
     *
     * @param input [in][columns]
     * @return [out][columns]
     */
    float[][] push(float[][] input, int columns) {
      float[][] state = input;
      for (int k = 0; k < slopes.length; k++) {
        float[][] v = layers[k].push(state, columns);
        for (int unit = 0; unit < v.length; unit++) {
          scale(v[unit], slopes[k][unit]);
          if (k > 0) {
            add(v[unit], state[unit]);
          }
        }
        state = v;
      }
      float[][] moved = layers[slopes.length].push(state, columns);
      for (int unit = 0; unit < moved.length; unit++) {
        scale(moved[unit], outputSlopes[unit]);
      }
      return moved;
    }
  }

  /** Rectifies in place. Returns the slopes. */
  private static float[] rectify(float[] v) {
    float[] slope = new float[v.length];
    for (int i = 0; i < v.length; i++) {
      float root = (float) Math.sqrt(v[i] * v[i] + 1);
      slope[i] = 0.5f + 0.5f * v[i] / root;
      v[i] = 0.5f * (v[i] + root);
    }
    return slope;
  }

  private static void add(float[] sum, float[] more) {
    for (int i = 0; i < sum.length; i++) {
      sum[i] += more[i];
    }
  }

  private static void scale(float[] numbers, float factor) {
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] *= factor;
    }
  }
}
