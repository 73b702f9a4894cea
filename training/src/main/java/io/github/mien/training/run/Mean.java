package io.github.mien.training.run;

/** The mean of a part of the loss since it was last asked for. For one thread. */
public final class Mean {
  private double sum;
  private int count;

  /** Takes in the value of a batch. */
  public void add(double value) {
    sum += value;
    count++;
  }

  /** Says the mean, or "-" if there is none, and begins anew. */
  public String take() {
    String mean = count == 0 ? "-" : "%.4f".formatted(sum / count);
    sum = 0;
    count = 0;
    return mean;
  }
}
