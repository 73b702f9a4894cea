package io.github.mien.training.occlusion;

import io.github.mien.image.Image;
import io.github.mien.training.data.LabelledPhoto;
import io.github.mien.training.net.Parameters;
import io.github.mien.training.net.TorchLayers;
import io.github.mien.training.render.Likeness;
import io.github.mien.training.synth.Chance;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.AutoGradMode;
import org.bytedeco.pytorch.Tensor;

/** How like whole faces those are that a network in training fills, a third of each missing. */
final class FillScore {
  private static final double LEAST = 0.25;
  private static final double MOST = 0.4;
  private static final int ATTEMPTS = 100;

  private record Case(FillBatch crop, boolean[] inside) {}

  private final List<Case> cases = new ArrayList<>();

  /**
   * @param photos validation portraits
   * @param scenes held out
   */
  FillScore(List<LabelledPhoto> photos, List<Image> scenes) throws IOException {
    Chance chance = Chance.of(9);
    List<AlignedFace> faces = new ArrayList<>();
    for (LabelledPhoto photo : photos) {
      faces.add(Portrait.read(photo).aligned());
    }
    Things things = Things.learnt(scenes, faces, chance);
    for (AlignedFace face : faces) {
      add(face, things, chance);
    }
  }

  private void add(AlignedFace face, Things things, Chance chance) {
    for (int i = 0; i < ATTEMPTS; i++) {
      Layer layer = new Layer();
      AlignedFace tinted = new AlignedFace(face.picture().copy(), face.points());
      things.any(chance).draw(tinted, layer, chance);
      HoledFace holed = HoledFace.of(face, layer);
      if (holed.share() > LEAST && holed.share() < MOST) {
        FillBatch crop = FillBatch.empty(1);
        holed.write(crop, 0);
        cases.add(new Case(crop, face.inside()));
        return;
      }
    }
  }

  /** With smooth colours and with the network's paint in the holes. */
  String measure(Parameters parameters) {
    Likeness smooth = new Likeness(FillBatch.SIDE);
    Likeness painted = new Likeness(FillBatch.SIDE);
    for (Case one : cases) {
      smooth.add(one.crop.base(), one.crop.truth(), one.inside);
      painted.add(painted(one.crop, parameters), one.crop.truth(), one.inside);
    }
    return "smooth %s -> painted %s".formatted(smooth, painted);
  }

  private static float[] painted(FillBatch crop, Parameters parameters) {
    try (PointerScope scope = new PointerScope();
        AutoGradMode off = new AutoGradMode(false)) {
      TorchLayers net = new TorchLayers(parameters, TorchLayers.Mode.EVALUATE);
      Tensor judged = Tensor.create(crop.judged(), 1, 1, FillBatch.SIDE, FillBatch.SIDE);
      return Parameters.read(FillLoss.filled(crop, net, judged));
    }
  }
}
