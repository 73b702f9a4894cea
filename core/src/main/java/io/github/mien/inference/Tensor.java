package io.github.mien.inference;

import java.util.Arrays;
import java.util.Objects;

/**
 * A dense array of 32-bit floats with a shape, row-major: the last index moves fastest. Pictures
 * are N, C, H, W. The array is shared, never copied.
 */
public final class Tensor {
  private final float[] data;
  private final int[] shape;

  private Tensor(float[] data, int[] shape) {
    this.data = data;
    this.shape = shape;
  }

  /**
   * Wraps an array.
   *
   * @param data as many numbers as the shape holds; shared
   * @param shape extents, each at least 1
   */
  public static Tensor of(float[] data, int... shape) {
    Objects.requireNonNull(data, "data");
    long size = 1;
    for (int extent : shape) {
      if (extent < 1) {
        throw new IllegalArgumentException("extents are at least 1: " + Arrays.toString(shape));
      }
      size *= extent;
    }
    if (size != data.length) {
      throw new IllegalArgumentException(
          "shape "
              + Arrays.toString(shape)
              + " holds "
              + size
              + " numbers; the array has "
              + data.length);
    }
    return new Tensor(data, shape.clone());
  }

  /** The numbers, shared. */
  public float[] data() {
    return data;
  }

  /** A copy of the extents. */
  public int[] shape() {
    return shape.clone();
  }

  @Override
  public String toString() {
    return "float" + Arrays.toString(shape);
  }
}
