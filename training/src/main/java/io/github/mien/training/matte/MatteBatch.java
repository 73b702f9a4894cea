package io.github.mien.training.matte;

import io.github.mien.matte.HeadMatteNetwork;

/**
 * People for one step; N, channels, {@value #SIDE}, {@value #SIDE} each.
 *
 * @param picture levels of 0..1
 * @param alpha 1 where the person is
 */
record MatteBatch(int size, float[] picture, float[] alpha) {
  static final int SIDE = HeadMatteNetwork.SIZE;
  static final int PLANE = SIDE * SIDE;

  static MatteBatch empty(int size) {
    return new MatteBatch(size, new float[3 * size * PLANE], new float[size * PLANE]);
  }
}
