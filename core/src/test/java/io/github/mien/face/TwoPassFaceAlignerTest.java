package io.github.mien.face;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.mien.image.Image;
import io.github.mien.image.ImageKernels;
import io.github.mien.inference.InferenceSession;
import io.github.mien.inference.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TwoPassFaceAlignerTest {
  private static final Image PICTURE = Image.create(400, 300, 3);

  @Test
  void theSecondPassLooksWhereTheFirstFoundThePoints() {
    OneAnswer net = new OneAnswer(0.9f);

    List<Face> faces = aligner(net, detection(100, 100, 1)).align(PICTURE);

    assertThat(faces).hasSize(1);
    FaceCrop first = FaceCrop.of(detection(100, 100, 1));
    FaceCrop second = FaceCrop.of(first.toPicture(OneAnswer.points()));
    assertThat(faces.get(0).landmarks().toArray())
        .containsExactly(second.toPicture(OneAnswer.points()).toArray(), within(1e-3f));
    assertThat(faces.get(0).presence()).isEqualTo(0.9f);
    assertThat(faces.get(0).features()).containsExactly(1, 2, 3);
    assertThat(net.inputs).hasSize(2);
    assertThat(net.inputs.get(0).shape()).containsExactly(1, 3, 128, 128);
    assertThat(net.inputs.get(0).data()).containsOnly(-1);
  }

  @Test
  void whatIsNoFaceIsDropped() {
    assertThat(aligner(new OneAnswer(0.3f), detection(100, 100, 1)).align(PICTURE)).isEmpty();
    assertThat(aligner(new OneAnswer(0.9f)).align(PICTURE)).isEmpty();
  }

  @Test
  void theLargestFaceIsFirst() {
    List<Face> faces =
        aligner(new OneAnswer(1), detection(50, 50, 0.4f), detection(200, 150, 1.5f))
            .align(PICTURE);

    assertThat(faces).extracting(f -> f.detection().points()[0] > 100).containsExactly(true, false);
  }

  @Test
  void aFaceThatTwoDetectionsLeadToIsOne() {
    Detection surer = detection(100, 100, 1);

    List<Face> faces = aligner(new OneAnswer(1), surer, detection(103, 101, 1.05f)).align(PICTURE);

    assertThat(faces).extracting(Face::detection).containsExactly(surer);
  }

  @Test
  void presenceIsAShare() {
    assertThatThrownBy(
            () -> new TwoPassFaceAligner(image -> List.of(), landmarker(new OneAnswer(1)), 2))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("0..1");
  }

  private static TwoPassFaceAligner aligner(InferenceSession net, Detection... detections) {
    return new TwoPassFaceAligner(image -> List.of(detections), landmarker(net));
  }

  private static Landmarker landmarker(InferenceSession net) {
    return new Landmarker(net, ImageKernels.java());
  }

  private static Detection detection(float x, float y, float size) {
    float[] points = {-15, -15, 15, -15, 0, 4, -14, 15, 14, 15};
    for (int i = 0; i < points.length; i += 2) {
      points[i] = x + size * points[i];
      points[i + 1] = y + size * points[i + 1];
    }
    return new Detection(new Box(x - 40, y - 40, x + 40, y + 40), 1, points);
  }

  /** Sees the same points in every crop: turned by some degrees, and off the middle. */
  private static final class OneAnswer implements InferenceSession {
    private final float presence;
    private final List<Tensor> inputs = new ArrayList<>();

    OneAnswer(float presence) {
      this.presence = presence;
    }

    static float[] points() {
      float[] points = new float[3 * Landmarks.COUNT];
      for (int i = 0; i < Landmarks.COUNT; i++) {
        points[3 * i] = 0.05f + 0.3f * (float) Math.sin(i);
        points[3 * i + 1] = 0.3f * (float) Math.cos(2.7 * i);
      }
      points[3 * FaceMesh.RIGHT_EYE_OUTER] = -0.2f;
      points[3 * FaceMesh.RIGHT_EYE_OUTER + 1] = -0.15f;
      points[3 * FaceMesh.LEFT_EYE_OUTER] = 0.2f;
      points[3 * FaceMesh.LEFT_EYE_OUTER + 1] = -0.05f;
      return points;
    }

    @Override
    public List<String> inputs() {
      return List.of("image");
    }

    @Override
    public List<String> outputs() {
      return List.of("landmarks", "presence", "features");
    }

    @Override
    public Map<String, Tensor> run(Map<String, Tensor> given) {
      inputs.add(given.get("image"));
      return Map.of(
          "landmarks", Tensor.of(points(), 1, 3 * Landmarks.COUNT),
          "presence", Tensor.of(new float[] {presence}, 1, 1),
          "features", Tensor.of(new float[] {1, 2, 3}, 1, 3));
    }

    @Override
    public void close() {}
  }
}
