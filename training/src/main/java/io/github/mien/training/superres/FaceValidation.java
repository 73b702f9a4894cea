package io.github.mien.training.superres;

import io.github.mien.image.Image;
import io.github.mien.image.Rect;
import io.github.mien.inference.Planes;
import io.github.mien.training.data.LabelledPhoto;
import io.github.mien.training.data.Photos;
import io.github.mien.training.net.Parameters;
import io.github.mien.training.net.TorchLayers;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.AutoGradMode;
import org.bytedeco.pytorch.Tensor;

/** Measures a network in training on faces that it never saw. */
final class FaceValidation {
  /** Pixels of the small picture around the face, which the network sees and no one scores. */
  private static final int MARGIN = 16;

  private record Case(Image small, Image truth, Rect within, double bicubic) {}

  private final List<Case> cases = new ArrayList<>();

  FaceValidation(List<LabelledPhoto> photos) throws IOException {
    for (LabelledPhoto photo : photos) {
      cases.add(read(photo));
    }
  }

  private static Case read(LabelledPhoto photo) throws IOException {
    int factor = SuperResolutionNet.FACTOR;
    Image large = Reduction.whole(Photos.read(photo.file()));
    Image small = Reduction.by(factor, large);
    Rect face = FaceScore.area(photo.landmarks().bounds(), large);
    int x0 = face.x() / factor - MARGIN;
    int y0 = face.y() / factor - MARGIN;
    Rect around =
        small
            .bounds()
            .intersection(
                new Rect(
                    x0,
                    y0,
                    face.right() / factor + MARGIN - x0,
                    face.bottom() / factor + MARGIN - y0));
    Image bicubic = Bicubic.resize(small, large.width(), large.height());
    Rect within =
        new Rect(
            face.x() - factor * around.x(),
            face.y() - factor * around.y(),
            face.width(),
            face.height());
    Image truth = large.view(face);
    return new Case(
        small.view(around), truth.copy(), within, FaceScore.psnr(bicubic.view(face), truth));
  }

  /**
   * Mean PSNR over the faces.
   *
   * @return of bicubic interpolation, of the network
   */
  double[] measure(Parameters parameters) {
    double bicubic = 0;
    double network = 0;
    for (Case one : cases) {
      bicubic += one.bicubic / cases.size();
      Image result = enlarge(parameters, one.small);
      network += FaceScore.psnr(result.view(one.within), one.truth) / cases.size();
    }
    return new double[] {bicubic, network};
  }

  private static Image enlarge(Parameters parameters, Image small) {
    try (PointerScope scope = new PointerScope();
        AutoGradMode off = new AutoGradMode(false)) {
      TorchLayers layers = new TorchLayers(parameters, TorchLayers.Mode.EVALUATE);
      float[] planes = Planes.of(small, 1 / 255f, 0).data();
      Tensor x = Tensor.create(planes, 1, 3, small.height(), small.width());
      float[] levels = Parameters.read(SuperResolutionNet.run(layers, layers, x));
      Image large =
          Image.create(
              SuperResolutionNet.FACTOR * small.width(),
              SuperResolutionNet.FACTOR * small.height(),
              3);
      int plane = levels.length / 3;
      for (int i = 0; i < plane; i++) {
        for (int c = 0; c < 3; c++) {
          int level = Math.round(255 * levels[c * plane + i]);
          large.data()[3 * i + c] = (byte) Math.max(0, Math.min(255, level));
        }
      }
      return large;
    }
  }
}
