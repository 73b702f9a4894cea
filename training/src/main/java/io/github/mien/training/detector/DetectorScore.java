package io.github.mien.training.detector;

import io.github.mien.face.Box;
import io.github.mien.face.Detection;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Counts what a detector finds of faces that are known, by their share of the picture's height. */
final class DetectorScore {
  private static final double[] LIMITS = {0, 0.08, 0.16, 0.32, 0.64, 10};
  private static final double MIN_OVERLAP = 0.5;

  private final int[] faces = new int[LIMITS.length - 1];
  private final int[] overlapping = new int[LIMITS.length - 1];
  private int found;
  private int falseFaces;
  private double pointErrors;
  private int points;

  /**
   * @param known edges of pixels being whole numbers
   * @param detections in picture coordinates
   */
  void add(List<LabelledFace> known, double pictureHeight, List<Detection> detections) {
    List<Detection> left = new ArrayList<>(detections);
    for (LabelledFace face : known) {
      Box truth = shifted(face.box());
      Detection best = best(truth, detections);
      boolean overlaps = best != null && best.box().intersectionOverUnion(truth) >= MIN_OVERLAP;
      left.removeIf(d -> isSame(truth, d.box()) || overlaps && d == best);
      if (!face.counted()) {
        continue;
      }
      int bin = bin(face.box().height() / pictureHeight);
      faces[bin]++;
      found += detections.stream().anyMatch(d -> isSame(truth, d.box())) ? 1 : 0;
      if (best != null && overlaps) {
        overlapping[bin]++;
        addPoints(face, best);
      }
    }
    falseFaces += left.size();
  }

  private static Box shifted(Box box) {
    return new Box(box.x0() - 0.5, box.y0() - 0.5, box.x1() - 0.5, box.y1() - 0.5);
  }

  private static @Nullable Detection best(Box truth, List<Detection> detections) {
    Detection best = null;
    for (Detection d : detections) {
      if (best == null
          || d.box().intersectionOverUnion(truth) > best.box().intersectionOverUnion(truth)) {
        best = d;
      }
    }
    return best;
  }

  /**
   * Detectors differ in what they call the box of a face; here it need only be centred in the
   * middle of the face and less than twice as large or small.
   */
  private static boolean isSame(Box truth, Box box) {
    double dx = Math.abs(box.x0() + box.x1() - truth.x0() - truth.x1()) / 2;
    double dy = Math.abs(box.y0() + box.y1() - truth.y0() - truth.y1()) / 2;
    double ratio = Math.sqrt(box.area() / truth.area());
    return dx < 0.3 * truth.width() && dy < 0.3 * truth.height() && ratio > 0.5 && ratio < 2;
  }

  private static int bin(double share) {
    int bin = 0;
    while (share >= LIMITS[bin + 1]) {
      bin++;
    }
    return bin;
  }

  private void addPoints(LabelledFace face, Detection detection) {
    for (int k = 0; k < 10; k += 2) {
      double dx = detection.points()[k] + 0.5 - face.points()[k];
      double dy = detection.points()[k + 1] + 0.5 - face.points()[k + 1];
      pointErrors += Math.hypot(dx, dy) / face.size();
      points++;
    }
  }

  /** Whether every face was found and nothing else. */
  boolean isPerfect() {
    return Arrays.equals(faces, overlapping) && falseFaces == 0;
  }

  static String header() {
    return "| detector | faces | recall at IoU 0.5 | found | under 8 % | 8-16 % | 16-32 % | 32-64 %"
        + " | over 64 % | false faces | point error, % of face |\n"
        + "|---|---|---|---|---|---|---|---|---|---|---|";
  }

  String row(String name) {
    int all = 0;
    int good = 0;
    StringBuilder bins = new StringBuilder();
    for (int i = 0; i < faces.length; i++) {
      all += faces[i];
      good += overlapping[i];
      bins.append(
          String.format(Locale.ROOT, " %.4f |", (double) overlapping[i] / Math.max(1, faces[i])));
    }
    return String.format(
        Locale.ROOT,
        "| %s | %d | %.4f | %.4f |%s %d | %.2f |",
        name,
        all,
        (double) good / all,
        (double) found / all,
        bins,
        falseFaces,
        100 * pointErrors / Math.max(1, points));
  }
}
