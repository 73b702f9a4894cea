package io.github.mien.training.linear;

import io.github.mien.face.Landmarks;
import java.util.EnumMap;
import java.util.Map;

/** How the movement of a point is shared out among the {@link Block}s. */
final class Shares {
  private final Map<Block, float[]> weights = new EnumMap<>(Block.class);
  private final float[] sums = new float[Landmarks.COUNT];

  /**
   * @param mean shape of the morphable model
   */
  Shares(float[] mean) {
    for (Block block : Block.values()) {
      float[] ofBlock = block.weights(mean);
      weights.put(block, ofBlock);
      for (int p = 0; p < sums.length; p++) {
        sums[p] += ofBlock[p];
      }
    }
  }

  /** What belongs to a block of how a face moved. Where blocks overlap they share a whole one. */
  float[] of(Block block, Example example) {
    float[] ofBlock = weights.getOrDefault(block, sums);
    float[] share = example.movement().clone();
    for (int i = 0; i < share.length; i++) {
      float all = example.whole() ? Math.max(1, sums[i / 3]) : 1;
      share[i] *= ofBlock[i / 3] / all;
    }
    return share;
  }
}
