package io.github.mien.training.landmarker;

import io.github.mien.face.FaceCrop;
import io.github.mien.face.Landmarks;
import io.github.mien.image.Image;
import io.github.mien.image.ImageKernels;
import io.github.mien.training.net.Parameters;
import io.github.mien.training.net.TorchLayers;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.AutoGradMode;
import org.bytedeco.pytorch.Tensor;

/** Runs the network under training the way the pipeline runs the exported one. */
final class TorchLandmarker {
  private final TorchLayers layers;

  TorchLandmarker(Parameters parameters) {
    this.layers = new TorchLayers(parameters, TorchLayers.Mode.EVALUATE);
  }

  /** Two passes from a start crop. */
  Landmarks twoPasses(Image picture, FaceCrop start) {
    return once(picture, FaceCrop.of(once(picture, start)));
  }

  private Landmarks once(Image picture, FaceCrop at) {
    Image crop = Image.create(LandmarkNet.SIZE, LandmarkNet.SIZE, 3);
    at.cut(picture, ImageKernels.java(), crop);
    float[] input = new float[3 * LandmarkNet.SIZE * LandmarkNet.SIZE];
    Crops.write(crop, input, 0);
    try (PointerScope scope = new PointerScope();
        AutoGradMode off = new AutoGradMode(false)) {
      Tensor x = Tensor.create(input, 1, 3, LandmarkNet.SIZE, LandmarkNet.SIZE);
      LandmarkNet.Heads<Tensor> heads = LandmarkNet.run(layers, x);
      float[] seen = Parameters.read(heads.seen());
      float[] rest = Parameters.read(heads.rest());
      return at.toPicture(PointSplit.join(seen, rest));
    }
  }
}
