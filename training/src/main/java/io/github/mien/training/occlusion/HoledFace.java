package io.github.mien.training.occlusion;

import io.github.mien.face.FaceCrop;
import io.github.mien.inference.Planes;
import io.github.mien.reconstruct.FaceFill;
import io.github.mien.reconstruct.PushPull;
import io.github.mien.reconstruct.RenderMaps;
import java.util.Arrays;

/**
 * A face with holes where something could be in front of it.
 *
 * @param face whole
 * @param holes 1 in holes, 0 elsewhere
 */
record HoledFace(AlignedFace face, float[] holes) {
  /** The canvas as a crop of itself. */
  private static final FaceCrop WHOLE =
      new FaceCrop((AlignedFace.SIDE - 1) / 2.0, (AlignedFace.SIDE - 1) / 2.0, AlignedFace.SIDE, 0);

  static HoledFace of(AlignedFace face, Layer layer) {
    return new HoledFace(face, FaceFill.holes(layer.cover));
  }

  /** The share of the face that is missing. */
  double share() {
    boolean[] inside = face.inside();
    int all = 0, missing = 0;
    for (int i = 0; i < inside.length; i++) {
      all += inside[i] ? 1 : 0;
      missing += inside[i] && holes[i] > 0 ? 1 : 0;
    }
    return (double) missing / all;
  }

  /** Writes it into a place of a batch, as the pipeline would. */
  void write(FillBatch batch, int place) {
    int plane = FillBatch.PLANE;
    int from = 3 * plane * place;
    Planes.write(face.picture(), 1 / 255f, 0, batch.truth(), from);
    float[] smooth = Arrays.copyOfRange(batch.truth(), from, from + 3 * plane);
    float[] seen = new float[plane];
    boolean[] inside = face.inside();
    for (int i = 0; i < plane; i++) {
      seen[i] = 1 - holes[i];
      batch.judged()[plane * place + i] = inside[i] ? holes[i] : 0;
      for (int c = 0; c < 3; c++) {
        batch.picture()[from + c * plane + i] = seen[i] * smooth[c * plane + i];
      }
    }
    PushPull.fill(smooth, seen, FillBatch.SIDE);
    System.arraycopy(smooth, 0, batch.base(), from, smooth.length);
    System.arraycopy(seen, 0, batch.seen(), plane * place, plane);
    RenderMaps.draw(face.points(), face.points(), WHOLE, FillBatch.MAP_SIDE)
        .write(batch.maps(), RenderMaps.COUNT * FillBatch.MAP_PLANE * place);
  }
}
