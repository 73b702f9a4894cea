package io.github.mien.training.net;

/**
 * A learning rate that rises linearly, then falls along a half cosine (Loshchilov and Hutter 2017,
 * arXiv:1608.03983).
 *
 * @param peak highest rate
 * @param end last rate
 * @param warmup share of the training in which it rises, 0..1
 */
public record CosineRate(double peak, double end, double warmup) {

  /**
   * @param progress share of the training that is done, 0..1
   */
  public double at(double progress) {
    if (progress < warmup) {
      return peak * Math.max(progress, 1e-3) / warmup;
    }
    double t = Math.min(1, (progress - warmup) / (1 - warmup));
    return end + (peak - end) * (1 + Math.cos(Math.PI * t)) / 2;
  }
}
