package io.github.mien.testkit;

import io.github.mien.inference.InferenceSession;
import io.github.mien.inference.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** A network by rule that remembers the sizes it was asked for. */
public final class StandInNetwork implements InferenceSession {
  private final List<String> inputs;
  private final UnaryOperator<Tensor> rule;
  public final List<int[]> asked = new ArrayList<>();

  public StandInNetwork(UnaryOperator<Tensor> rule) {
    this(List.of("input"), rule);
  }

  public StandInNetwork(List<String> inputs, UnaryOperator<Tensor> rule) {
    this.inputs = inputs;
    this.rule = rule;
  }

  /**
   * Each large pixel is the mean of the small ones up to 6 away in both directions, noughts beyond
   * the tensor as convolutions have them, a little brighter the further right and down it is in its
   * small one.
   */
  public static StandInNetwork blurring(int factor) {
    return new StandInNetwork(x -> {
      int height = x.shape()[2];
      int width = x.shape()[3];
      float[] out = new float[x.data().length * factor * factor];
      for (int c = 0, o = 0; c < 3; c++) {
        float[] means = means(x.data(), c * width * height, width, height);
        for (int v = 0; v < factor * height; v++) {
          for (int u = 0; u < factor * width; u++, o++) {
            float within = 0.01f * (u % factor + 2 * (v % factor));
            out[o] = means[v / factor * width + u / factor] + within;
          }
        }
      }
      return Tensor.of(out, 1, 3, factor * height, factor * width);
    });
  }

  private static float[] means(float[] data, int from, int width, int height) {
    float[] means = new float[width * height];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        for (int v = Math.max(0, y - 6); v <= Math.min(height - 1, y + 6); v++) {
          for (int u = Math.max(0, x - 6); u <= Math.min(width - 1, x + 6); u++) {
            means[y * width + x] += data[from + v * width + u] / 169;
          }
        }
      }
    }
    return means;
  }

  /** Each small pixel becomes a square. */
  public static StandInNetwork repeating(int factor) {
    return new StandInNetwork(x -> {
      int height = x.shape()[2];
      int width = x.shape()[3];
      float[] out = new float[x.data().length * factor * factor];
      for (int row = 0, o = 0; row < 3 * height * factor; row++) {
        for (int u = 0; u < factor * width; u++, o++) {
          out[o] = x.data()[row / factor * width + u / factor];
        }
      }
      return Tensor.of(out, 1, 3, factor * height, factor * width);
    });
  }

  /** All pixels of a run are alike, those of the next run another level. */
  public static StandInNetwork flat(int factor, float... levels) {
    int[] runs = {0};
    return new StandInNetwork(x -> {
      int[] shape = x.shape();
      float[] out = new float[x.data().length * factor * factor];
      Arrays.fill(out, levels[runs[0]++ % levels.length]);
      return Tensor.of(out, 1, 3, factor * shape[2], factor * shape[3]);
    });
  }

  @Override
  public List<String> inputs() {
    return inputs;
  }

  @Override
  public List<String> outputs() {
    return List.of("output");
  }

  @Override
  public Map<String, Tensor> run(Map<String, Tensor> tensors) {
    Tensor x = tensors.values().iterator().next();
    asked.add(x.shape());
    return Map.of("output", rule.apply(x));
  }

  @Override
  public void close() {}
}
