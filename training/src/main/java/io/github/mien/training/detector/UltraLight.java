package io.github.mien.training.detector;

import io.github.mien.face.Box;
import io.github.mien.face.Detection;
import io.github.mien.face.FaceDetector;
import io.github.mien.image.Image;
import io.github.mien.image.ImageKernels;
import io.github.mien.inference.InferenceSession;
import io.github.mien.inference.Planes;
import io.github.mien.inference.Tensor;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Ultra-Light-Fast-Generic-Face-Detector RFB-320: to compare with. It gives no points. */
final class UltraLight implements FaceDetector {
  private static final int WIDTH = 320;
  private static final int HEIGHT = 240;
  private static final float MIN_SCORE = 0.7f;
  private static final double MAX_OVERLAP = 0.3;

  private final InferenceSession net;
  private final ImageKernels kernels;

  UltraLight(InferenceSession net, ImageKernels kernels) {
    this.net = net;
    this.kernels = kernels;
  }

  @Override
  public List<Detection> detect(Image image) {
    Image input = Image.create(WIDTH, HEIGHT, 3);
    kernels.resize(image, input);
    Map<String, Tensor> out =
        net.run(Map.of(net.inputs().get(0), Planes.of(input, 1 / 128f, -127 / 128f)));
    float[] scores = InferenceSession.output(out, "scores").data();
    float[] boxes = InferenceSession.output(out, "boxes").data();
    List<Detection> candidates = new ArrayList<>();
    for (int i = 0; i < scores.length / 2; i++) {
      if (scores[2 * i + 1] > MIN_SCORE) {
        Box box =
            new Box(
                boxes[4 * i] * image.width(),
                boxes[4 * i + 1] * image.height(),
                boxes[4 * i + 2] * image.width(),
                boxes[4 * i + 3] * image.height());
        candidates.add(new Detection(box, scores[2 * i + 1], new float[10]));
      }
    }
    candidates.sort(Comparator.comparing(Detection::score).reversed());
    List<Detection> kept = new ArrayList<>();
    for (Detection d : candidates) {
      if (kept.stream().allMatch(k -> k.box().intersectionOverUnion(d.box()) < MAX_OVERLAP)) {
        kept.add(d);
      }
    }
    return kept;
  }
}
