package io.github.mien.opencv;

import io.github.mien.face.Box;
import io.github.mien.face.Detection;
import io.github.mien.face.Face;
import io.github.mien.face.FaceAligner;
import io.github.mien.face.FaceDetector;
import io.github.mien.face.FaceMesh;
import io.github.mien.face.Landmarks;
import io.github.mien.image.Affine;
import io.github.mien.image.Image;
import io.github.mien.image.ImageKernels;
import io.github.mien.inference.InferenceSession;
import io.github.mien.inference.Planes;
import io.github.mien.inference.Tensor;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * MediaPipe's landmark net on a rotated square crop of 256 pixels, 1.5 times as wide as the face:
 * first on the detector's box, then on the box of the points just found.
 */
final class MediaPipeAligner implements FaceAligner {
  static final String POINTS = "Identity";
  static final String PRESENCE = "Identity_1";
  static final List<String> OUTPUTS = List.of(POINTS, PRESENCE);

  private static final int SIZE = 256;
  private static final double MARGIN = 1.5;
  private static final float MIN_PRESENCE = 0.5f;

  private final FaceDetector detector;
  private final InferenceSession net;
  private final ImageKernels kernels;

  MediaPipeAligner(FaceDetector detector, InferenceSession net, ImageKernels kernels) {
    this.detector = detector;
    this.net = net;
    this.kernels = kernels;
  }

  @Override
  public List<Face> align(Image image) {
    List<Face> faces = new ArrayList<>();
    for (Detection detection : detector.detect(image)) {
      Fit fit = fit(image, around(detection.box(), Affine.IDENTITY, detection.roll()));
      if (fit.presence >= MIN_PRESENCE) {
        Fit refined = fit(image, around(fit.landmarks));
        faces.add(
            new Face(
                withPointsOf(refined.landmarks, detection),
                refined.landmarks,
                refined.presence,
                new float[0]));
      }
    }
    faces.sort(Comparator.comparingDouble((Face f) -> f.detection().box().area()).reversed());
    return faces;
  }

  private record Fit(Landmarks landmarks, float presence) {}

  private Fit fit(Image image, Affine toImage) {
    Image crop = Image.create(SIZE, SIZE, image.channels());
    kernels.warp(image, toImage, crop);
    Map<String, Tensor> out =
        net.run(Map.of(OpenCvSession.ONLY_INPUT, Planes.of(crop, 1 / 255f, 0)));
    double logit = InferenceSession.output(out, PRESENCE).data()[0];
    return new Fit(
        Landmarks.of(InferenceSession.output(out, POINTS).data()).map(toImage),
        (float) (1 / (1 + Math.exp(-logit))));
  }

  /** The crop around points, turned so that the eyes are level. */
  private static Affine around(Landmarks landmarks) {
    double roll = landmarks.roll();
    Affine upright = Affine.similarity(1, -roll, 0, 0);
    return around(landmarks.map(upright).bounds(), upright.inverse(), roll);
  }

  private static Affine around(Box box, Affine toImage, double roll) {
    double x = (box.x0() + box.x1()) / 2, y = (box.y0() + box.y1()) / 2;
    double scale = MARGIN * Math.max(box.width(), box.height()) / SIZE;
    // Pixel SIZE / 2 lies on the centre, as in the program that made the reference labels.
    return Affine.similarity(1, 0, -SIZE / 2.0, -SIZE / 2.0)
        .then(Affine.similarity(scale, roll, toImage.mapX(x, y), toImage.mapY(x, y)));
  }

  private static Detection withPointsOf(Landmarks l, Detection detection) {
    return new Detection(detection.box(), detection.score(), fivePoints(l));
  }

  private static float[] fivePoints(Landmarks l) {
    int[] points = {
      FaceMesh.RIGHT_IRIS,
      FaceMesh.LEFT_IRIS,
      FaceMesh.NOSE_TIP,
      FaceMesh.MOUTH_RIGHT,
      FaceMesh.MOUTH_LEFT
    };
    float[] xy = new float[2 * points.length];
    for (int i = 0; i < points.length; i++) {
      xy[2 * i] = l.x(points[i]);
      xy[2 * i + 1] = l.y(points[i]);
    }
    return xy;
  }
}
