package io.github.mien.training.detector;

import io.github.mien.face.Box;
import io.github.mien.face.Detection;
import io.github.mien.face.FaceDetector;
import io.github.mien.image.Image;
import io.github.mien.inference.InferenceSession;
import io.github.mien.inference.Planes;
import io.github.mien.inference.Tensor;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * YuNet at the picture's own size: to compare with. OpenCV 4.9 cannot read its dynamic file, so its
 * cells are read here.
 */
final class YuNet implements FaceDetector {
  private static final float MIN_SCORE = 0.6f;
  private static final double MAX_OVERLAP = 0.3;
  private static final int[] STRIDES = {8, 16, 32};

  private final InferenceSession net;

  YuNet(InferenceSession net) {
    this.net = net;
  }

  @Override
  public List<Detection> detect(Image image) {
    Image padded = Image.create((image.width() + 31) / 32 * 32, (image.height() + 31) / 32 * 32, 3);
    image.copyTo(padded.view(image.bounds()));
    Map<String, Tensor> out = net.run(Map.of(net.inputs().get(0), blueFirst(padded)));
    List<Detection> candidates = new ArrayList<>();
    for (int stride : STRIDES) {
      candidates.addAll(read(out, stride, padded.width() / stride));
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

  private static Tensor blueFirst(Image image) {
    Tensor redFirst = Planes.of(image, 1, 0);
    float[] planes = redFirst.data().clone();
    int size = image.width() * image.height();
    System.arraycopy(redFirst.data(), 0, planes, 2 * size, size);
    System.arraycopy(redFirst.data(), 2 * size, planes, 0, size);
    return Tensor.of(planes, redFirst.shape());
  }

  private static List<Detection> read(Map<String, Tensor> out, int stride, int columns) {
    float[] classes = InferenceSession.output(out, "cls_" + stride).data();
    float[] objects = InferenceSession.output(out, "obj_" + stride).data();
    float[] boxes = InferenceSession.output(out, "bbox_" + stride).data();
    float[] points = InferenceSession.output(out, "kps_" + stride).data();
    List<Detection> found = new ArrayList<>();
    for (int i = 0; i < classes.length; i++) {
      float score = (float) Math.sqrt(classes[i] * objects[i]);
      if (score > MIN_SCORE) {
        int column = i % columns;
        int row = i / columns;
        double x = (column + boxes[4 * i]) * stride;
        double y = (row + boxes[4 * i + 1]) * stride;
        double w = Math.exp(boxes[4 * i + 2]) * stride / 2;
        double h = Math.exp(boxes[4 * i + 3]) * stride / 2;
        float[] five = new float[10];
        for (int k = 0; k < 10; k += 2) {
          five[k] = (column + points[10 * i + k]) * stride;
          five[k + 1] = (row + points[10 * i + k + 1]) * stride;
        }
        found.add(new Detection(new Box(x - w, y - h, x + w, y + h), score, five));
      }
    }
    return found;
  }
}
