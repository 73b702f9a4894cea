package io.github.mien.face;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.mien.image.Image;
import io.github.mien.image.ImageKernels;
import io.github.mien.inference.InferenceSession;
import io.github.mien.inference.Tensor;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LandmarkRefinerTest {
  private static final Image PICTURE = Image.create(400, 300, 3);
  private static final Landmarks FACE = MeanFace.at(200, 120, 100, 0.2);

  @Test
  void networksThatAgreeMoveNothing() {
    Landmarks refined = refined(0);

    assertThat(refined.toArray()).containsExactly(FACE.toArray(), within(1e-3f));
  }

  @Test
  void pointsGoWhereTheNetworkSeesThem() {
    Landmarks refined = refined(0.01f);

    double crop = FaceCrop.of(FACE).side();
    for (FacePatch eye : List.of(FacePatch.RIGHT_EYE, FacePatch.LEFT_EYE)) {
      for (int point : eye.points()) {
        assertThat(moved(refined, point)).isCloseTo(0.01 * 0.2475 * crop, within(1e-3));
      }
    }
    for (int point : FacePatch.MOUTH.points()) {
      assertThat(moved(refined, point)).isCloseTo(0.01 * 0.2925 * crop, within(1e-3));
    }
  }

  /** The mesh would fold if lips moved and the skin beside them did not. */
  @Test
  void pointsAroundFollowAndThoseFarAwayStay() {
    Landmarks refined = refined(0.01f);
    int betweenTheEdgesOfTheLip = 11, chin = 152, foreheadTop = 10;

    assertThat(moved(refined, betweenTheEdgesOfTheLip))
        .isBetween(0.8 * moved(refined, 0), moved(refined, 0));
    assertThat(moved(refined, chin)).isZero();
    assertThat(moved(refined, foreheadTop)).isZero();
    IntStream.range(0, Landmarks.COUNT)
        .forEach(point -> assertThat(refined.z(point)).isEqualTo(FACE.z(point)));
  }

  private static double moved(Landmarks refined, int point) {
    return Math.hypot(refined.x(point) - FACE.x(point), refined.y(point) - FACE.y(point));
  }

  private static Landmarks refined(float shift) {
    Downwards net = new Downwards(shift);
    return new LandmarkRefiner(net, net, ImageKernels.java()).refine(PICTURE, FACE);
  }

  /** Sees every point a share of the patch further down than was known. */
  private record Downwards(float shift) implements InferenceSession {
    @Override
    public List<String> inputs() {
      return List.of("image", "points");
    }

    @Override
    public List<String> outputs() {
      return List.of("refined");
    }

    @Override
    public Map<String, Tensor> run(Map<String, Tensor> given) {
      Tensor points = given.get("points");
      assertThat(given.get("image").shape()).containsExactly(2, 3, 48, 64);
      float[] refined = points.data().clone();
      for (int i = 1; i < refined.length; i += 2) {
        refined[i] += shift;
      }
      return Map.of("refined", Tensor.of(refined, points.shape()));
    }

    @Override
    public void close() {}
  }
}
