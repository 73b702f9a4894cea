package io.github.mien.opencv;

import io.github.mien.face.Box;
import io.github.mien.face.Detection;
import io.github.mien.face.FaceDetector;
import io.github.mien.image.Image;
import io.github.mien.image.ImageKernels;
import io.github.mien.image.Rect;
import io.github.mien.inference.InferenceSession;
import io.github.mien.inference.Planes;
import io.github.mien.inference.Tensor;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * BlazeFace, short range: the picture in the middle of a black square of 128 pixels, 896 anchors,
 * each with a score, a box and six points as offsets from the anchor.
 */
final class MediaPipeDetector implements FaceDetector {
  static final String SCORES = "classificators";
  static final String BOXES = "regressors";
  static final List<String> OUTPUTS = List.of(SCORES, BOXES);

  private static final int SIZE = 128;
  private static final int NUMBERS_PER_ANCHOR = 16;
  private static final float[] ANCHORS = anchors();
  private static final double MIN_SCORE = 0.5;
  private static final double MAX_OVERLAP = 0.3;

  /** From the middle of the mouth to its corner, as a share of the distance between the eyes. */
  private static final float HALF_MOUTH = 0.36f;

  private final InferenceSession net;
  private final ImageKernels kernels;

  MediaPipeDetector(InferenceSession net, ImageKernels kernels) {
    this.net = net;
    this.kernels = kernels;
  }

  /** Anchor centres x, y as shares of the square: two per cell of 8 pixels, six of 16. */
  private static float[] anchors() {
    float[] centers = new float[2 * 896];
    int n = 0;
    for (int[] layer : new int[][] {{8, 2}, {16, 6}}) {
      int cells = SIZE / layer[0];
      for (int cell = 0; cell < cells * cells; cell++) {
        for (int i = 0; i < layer[1]; i++) {
          centers[n++] = (cell % cells + 0.5f) / cells;
          centers[n++] = (cell / cells + 0.5f) / cells;
        }
      }
    }
    return centers;
  }

  @Override
  public List<Detection> detect(Image image) {
    Letterbox letterbox = Letterbox.of(image);
    Tensor input = Planes.of(letterbox.render(image, kernels), 1 / 127.5f, -1);
    Map<String, Tensor> out = net.run(Map.of(OpenCvSession.ONLY_INPUT, input));
    return suppress(
        candidates(
            InferenceSession.output(out, SCORES).data(),
            InferenceSession.output(out, BOXES).data(),
            letterbox));
  }

  private static List<Detection> candidates(float[] scores, float[] boxes, Letterbox letterbox) {
    List<Detection> found = new ArrayList<>();
    for (int i = 0; i < scores.length; i++) {
      double score = 1 / (1 + Math.exp(-scores[i]));
      if (score > MIN_SCORE) {
        found.add(decode(boxes, i, (float) score, letterbox));
      }
    }
    found.sort(Comparator.comparing(Detection::score).reversed());
    return found;
  }

  private static Detection decode(float[] boxes, int anchor, float score, Letterbox letterbox) {
    int at = anchor * NUMBERS_PER_ANCHOR;
    float ax = SIZE * ANCHORS[2 * anchor];
    float ay = SIZE * ANCHORS[2 * anchor + 1];
    float cx = boxes[at] + ax, cy = boxes[at + 1] + ay;
    float halfWidth = boxes[at + 2] / 2, halfHeight = boxes[at + 3] / 2;
    Box box =
        new Box(
            letterbox.x(cx - halfWidth),
            letterbox.y(cy - halfHeight),
            letterbox.x(cx + halfWidth),
            letterbox.y(cy + halfHeight));
    // Its points: the two eyes, tip of the nose, middle of the mouth, the two ears.
    float[] p = new float[8];
    for (int k = 0; k < p.length; k += 2) {
      p[k] = letterbox.x(boxes[at + 4 + k] + ax);
      p[k + 1] = letterbox.y(boxes[at + 5 + k] + ay);
    }
    float dx = HALF_MOUTH * (p[2] - p[0]), dy = HALF_MOUTH * (p[3] - p[1]);
    return new Detection(
        box,
        score,
        new float[] {
          p[0], p[1], p[2], p[3], p[4], p[5], p[6] - dx, p[7] - dy, p[6] + dx, p[7] + dy
        });
  }

  /** Keeps of those that overlap the surest. */
  private static List<Detection> suppress(List<Detection> sorted) {
    List<Detection> kept = new ArrayList<>();
    for (Detection d : sorted) {
      if (kept.stream().allMatch(k -> k.box().intersectionOverUnion(d.box()) < MAX_OVERLAP)) {
        kept.add(d);
      }
    }
    return kept;
  }

  /** Where the picture lies in the square. */
  private record Letterbox(Rect inner, float scaleX, float scaleY) {
    static Letterbox of(Image image) {
      double shrink = (double) SIZE / Math.max(image.width(), image.height());
      int w = Math.max(1, (int) Math.round(image.width() * shrink));
      int h = Math.max(1, (int) Math.round(image.height() * shrink));
      return new Letterbox(
          new Rect((SIZE - w) / 2, (SIZE - h) / 2, w, h),
          (float) image.width() / w,
          (float) image.height() / h);
    }

    Image render(Image image, ImageKernels kernels) {
      Image square = Image.create(SIZE, SIZE, image.channels());
      kernels.resize(image, square.view(inner));
      return square;
    }

    /** From edges of the square's pixels to centres of the picture's. */
    float x(float square) {
      return (square - inner.x()) * scaleX - 0.5f;
    }

    float y(float square) {
      return (square - inner.y()) * scaleY - 0.5f;
    }
  }
}
