package io.github.mien.training.occlusion;

import io.github.mien.reconstruct.FaceRenderer;
import io.github.mien.reconstruct.RenderMaps;

/**
 * Faces for one step; N, channels, side, side each.
 *
 * @param picture levels of 0..1, nought in holes
 * @param seen 1, or 0 in holes
 * @param maps as {@link RenderMaps} writes them, of half the side
 * @param base the picture with smooth colours in the holes
 * @param truth the picture without holes
 * @param judged 1 where holes are within the face
 */
record FillBatch(
    int size,
    float[] picture,
    float[] seen,
    float[] maps,
    float[] base,
    float[] truth,
    float[] judged) {
  static final int SIDE = FaceRenderer.SIZE;
  static final int MAP_SIDE = FaceRenderer.MAP_SIZE;
  static final int PLANE = SIDE * SIDE;
  static final int MAP_PLANE = MAP_SIDE * MAP_SIDE;

  static FillBatch empty(int size) {
    return new FillBatch(
        size,
        new float[size * 3 * PLANE],
        new float[size * PLANE],
        new float[size * RenderMaps.COUNT * MAP_PLANE],
        new float[size * 3 * PLANE],
        new float[size * 3 * PLANE],
        new float[size * PLANE]);
  }
}
