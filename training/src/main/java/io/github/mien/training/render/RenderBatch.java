package io.github.mien.training.render;

import io.github.mien.reconstruct.FaceRenderer;
import io.github.mien.reconstruct.RenderMaps;

/**
 * Crops for one step; N, channels, side, side each.
 *
 * @param picture the moved face, 0..1, nought in holes
 * @param seen 1, or 0 in holes
 * @param maps as {@link RenderMaps} writes them, of half the side
 * @param gate how much of what is painted shows, of half the side
 * @param truth what it should look like, 0..1
 * @param exact of each crop: 1 if its pixels belong to those of the truth, 0 if only places do, -1
 *     if only the skin's do
 */
record RenderBatch(
    int size,
    float[] picture,
    float[] seen,
    float[] maps,
    float[] gate,
    float[] truth,
    float[] exact) {
  static final int SIDE = FaceRenderer.SIZE;
  static final int MAP_SIDE = FaceRenderer.MAP_SIZE;
  static final int PLANE = SIDE * SIDE;
  static final int MAP_PLANE = MAP_SIDE * MAP_SIDE;

  static RenderBatch empty(int size) {
    return new RenderBatch(
        size,
        new float[size * 3 * PLANE],
        new float[size * PLANE],
        new float[size * RenderMaps.COUNT * MAP_PLANE],
        new float[size * MAP_PLANE],
        new float[size * 3 * PLANE],
        new float[size]);
  }
}
