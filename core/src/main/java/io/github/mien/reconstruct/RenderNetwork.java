package io.github.mien.reconstruct;

import io.github.mien.image.Image;
import io.github.mien.inference.InferenceSession;
import io.github.mien.inference.Planes;
import io.github.mien.inference.Tensor;
import java.util.Map;

/** The network that paints faces, in a crop of {@link FaceRenderer#SIZE} pixels. */
record RenderNetwork(InferenceSession session) {

  /**
   * What is to be added to the levels.
   *
   * @param cut the crop, black in holes
   * @param seen 1, or 0 in holes
   * @param maps of the move, half the size
   * @return red, green and blue planes of levels of 0..1
   */
  float[] change(Image cut, float[] seen, RenderMaps maps) {
    int size = FaceRenderer.SIZE;
    float[] planes = new float[RenderMaps.COUNT * maps.side() * maps.side()];
    maps.write(planes, 0);
    Map<String, Tensor> inputs =
        Map.of(
            "picture", Planes.of(cut, 1 / 255f, 0),
            "seen", Tensor.of(seen, 1, 1, size, size),
            "maps", Tensor.of(planes, 1, RenderMaps.COUNT, maps.side(), maps.side()));
    return InferenceSession.output(session.run(inputs), "change").data();
  }
}
