package io.github.mien.training.render;

import io.github.mien.reconstruct.RenderMaps;
import io.github.mien.training.net.Parameters;
import io.github.mien.training.net.TorchLayers;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.AutoGradMode;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/** How near painted faces are to photos, beside the moved faces that they were painted over. */
final class RenderScore {
  /** Paints a moved face. */
  interface Painter {
    /**
     * @param crop the face as the network is given it
     * @return 3 planes of the crop, 0..1
     */
    float[] paint(Moved face, RenderBatch crop);
  }

  private record Set(String name, List<Moved> faces) {}

  private final List<Set> sets = new ArrayList<>();

  /** Smiles of people who were at rest, mouths that were opened, and other returns. */
  static RenderScore of(MovedFaces faces) {
    RenderScore score = new RenderScore();
    score.add("smiles", faces.smiles());
    score.add("opened", faces.opened());
    score.add("returned", faces.returned());
    return score;
  }

  private void add(String name, List<Moved> faces) {
    sets.add(new Set(name, faces));
  }

  /** Lines of figures: without and with the network, mouth and face. */
  String measure(Parameters parameters) {
    return measure((face, crop) -> painted(crop, parameters));
  }

  /** The same of faces painted by other means. */
  String measure(Painter painter) {
    StringBuilder lines = new StringBuilder();
    for (Set set : sets) {
      Likeness mouthBefore = new Likeness(RenderBatch.SIDE),
          mouthAfter = new Likeness(RenderBatch.SIDE);
      Likeness faceBefore = new Likeness(RenderBatch.SIDE),
          faceAfter = new Likeness(RenderBatch.SIDE);
      for (Moved moved : set.faces) {
        RenderBatch crop = RenderBatch.empty(1);
        RenderSamples.cut(moved, crop, 0);
        float[] painted = painter.paint(moved, crop);
        boolean[] mouth = mouth(crop), face = face(crop);
        mouthBefore.add(crop.picture(), crop.truth(), mouth);
        mouthAfter.add(painted, crop.truth(), mouth);
        faceBefore.add(crop.picture(), crop.truth(), face);
        faceAfter.add(painted, crop.truth(), face);
      }
      lines.append(
          "%n  %s: mouth %s -> %s, face %s -> %s"
              .formatted(set.name, mouthBefore, mouthAfter, faceBefore, faceAfter));
    }
    return lines.toString();
  }

  static float[] painted(RenderBatch crop, Parameters parameters) {
    int side = RenderBatch.SIDE;
    int small = RenderBatch.MAP_SIDE;
    try (PointerScope scope = new PointerScope();
        AutoGradMode off = new AutoGradMode(false)) {
      TorchLayers layers = new TorchLayers(parameters, TorchLayers.Mode.EVALUATE);
      Tensor picture = Tensor.create(crop.picture(), 1, 3, side, side);
      Tensor gate = Tensor.create(crop.gate(), 1, 1, small, small);
      Tensor change =
          RenderNet.run(
              layers,
              picture,
              Tensor.create(crop.seen(), 1, 1, side, side),
              Tensor.create(crop.maps(), 1, RenderMaps.COUNT, small, small));
      Tensor shown = torch.upsample_nearest2d(gate, side, side);
      return Parameters.read(picture.add(change.mul(shown)));
    }
  }

  private static boolean[] mouth(RenderBatch crop) {
    boolean[] mouth = new boolean[RenderBatch.PLANE];
    for (int i = 0; i < mouth.length; i++) {
      mouth[i] = crop.maps()[4 * RenderBatch.MAP_PLANE + onMap(i)] > 0;
    }
    return mouth;
  }

  private static boolean[] face(RenderBatch crop) {
    boolean[] face = new boolean[RenderBatch.PLANE];
    for (int i = 0; i < face.length; i++) {
      face[i] = crop.gate()[onMap(i)] > 0.5;
    }
    return face;
  }

  private static int onMap(int pixel) {
    int side = RenderBatch.SIDE;
    return pixel / side / 2 * RenderBatch.MAP_SIDE + pixel % side / 2;
  }
}
