package io.github.mien.training.matte;

/**
 * Mean errors of mattes: of alpha, of its differences between neighbours (both times 1000, as is
 * usual for mattes), and the overlap of what is more than half there.
 */
final class MatteError {
  private double difference;
  private double gradient;
  private double overlap;
  private int count;

  void add(float[] found, float[] truth, int side) {
    double sum = 0, slopes = 0;
    int both = 0, either = 0;
    for (int i = 0; i < found.length; i++) {
      sum += Math.abs(found[i] - truth[i]);
      if (i % side > 0) {
        slopes += Math.abs(found[i] - found[i - 1] - truth[i] + truth[i - 1]);
      }
      if (i >= side) {
        slopes += Math.abs(found[i] - found[i - side] - truth[i] + truth[i - side]);
      }
      boolean a = found[i] > 0.5f, b = truth[i] > 0.5f;
      both += a && b ? 1 : 0;
      either += a || b ? 1 : 0;
    }
    difference += sum / found.length;
    gradient += slopes / found.length;
    overlap += either == 0 ? 1 : (double) both / either;
    count++;
  }

  @Override
  public String toString() {
    return "alpha %.2f, gradient %.2f, overlap %.4f of %d"
        .formatted(1000 * difference / count, 1000 * gradient / count, overlap / count, count);
  }
}
