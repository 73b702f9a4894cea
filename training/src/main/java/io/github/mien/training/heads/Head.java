package io.github.mien.training.heads;

import io.github.mien.training.data.ArrayFile;

/**
 * A linear map of low rank: y = outer (inner x) + bias.
 *
 * @param inner [rank, n]
 * @param outer [m, rank]
 * @param bias [m]
 */
record Head(float[] inner, float[] outer, float[] bias) {

  private int rank() {
    return outer.length / bias.length;
  }

  /** What the encoder in core reads. */
  byte[] toBytes() {
    ArrayFile file = new ArrayFile();
    file.steps("head.inner", inner, rank(), inner.length / rank());
    file.steps("head.outer", outer, bias.length, rank());
    file.floats("head.bias", bias, bias.length);
    return file.toBytes();
  }

  /** Mean absolute error, answers being kept to 0..1. */
  double error(Examples examples) {
    double sum = 0;
    for (int e = 0; e < examples.size(); e++) {
      float[] answer = answer(examples.features(e));
      for (int o = 0; o < answer.length; o++) {
        double read = Math.max(0, Math.min(1, answer[o]));
        sum += Math.abs(read - examples.label(e)[o]);
      }
    }
    return sum / examples.size() / bias.length;
  }

  float[] answer(float[] x) {
    float[] answer = bias.clone();
    for (int k = 0; k < rank(); k++) {
      double product = 0;
      for (int i = 0; i < x.length; i++) {
        product += (double) inner[k * x.length + i] * x[i];
      }
      for (int o = 0; o < answer.length; o++) {
        answer[o] += (float) (outer[o * rank() + k] * product);
      }
    }
    return answer;
  }
}
