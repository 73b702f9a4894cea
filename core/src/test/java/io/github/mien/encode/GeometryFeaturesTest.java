package io.github.mien.encode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.mien.expression.Blendshape;
import io.github.mien.face.FaceMesh;
import io.github.mien.face.Landmarks;
import io.github.mien.image.Affine;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class GeometryFeaturesTest extends FeatureExtractorContract {
  private static final FaceMeasures REST = measured(Blendshape.TONGUE_OUT);

  @Override
  FeatureExtractor features() {
    return new GeometryFeatures();
  }

  /** The mean face with one coefficient at 0.8; none is for tongueOut, which moves no points. */
  private static FaceMeasures measured(Blendshape shape) {
    return FaceMeasures.of(FaceInPhoto.points(shape));
  }

  @Property(tries = 100)
  void measuresDoNotChangeWithPlaceSizeAndLean(
      @ForAll Blendshape shape,
      @ForAll @DoubleRange(min = 20, max = 2000) double scale,
      @ForAll @DoubleRange(min = -3.1, max = 3.1) double lean,
      @ForAll @DoubleRange(min = -100, max = 5000) double x) {
    Landmarks moved = FaceInPhoto.points(shape).map(Affine.similarity(scale, lean, x, 2 * x));

    assertThat(FaceMeasures.of(moved).toArray())
        .containsExactly(measured(shape).toArray(), within(2e-3f));
  }

  @Property(tries = 100)
  void mirroredFaceSwapsLeftAndRight(@ForAll Blendshape shape) {
    Landmarks points = FaceInPhoto.points(shape);
    List<String> names = FaceMeasures.names();
    float[] shown = FaceMeasures.of(points).toArray();

    float[] mirrored = FaceMeasures.of(FaceInPhoto.mirrored(points)).toArray();

    for (int i = 0; i < shown.length; i++) {
      String name = names.get(i);
      int other = names.indexOf(swapped(name));
      float expected = name.endsWith("Sideways") ? -shown[i] : shown[i];
      assertThat(mirrored[other]).as(name).isCloseTo(expected, within(1e-4f));
    }
  }

  private static String swapped(String name) {
    return name.startsWith("left")
        ? name.replace("left", "right")
        : name.startsWith("right") ? name.replace("right", "left") : name;
  }

  @Test
  void lengthsAreInEyeDistances() {
    Landmarks points = FaceInPhoto.points(Blendshape.TONGUE_OUT);
    double mouth =
        Math.hypot(
            points.x(FaceMesh.MOUTH_LEFT) - points.x(FaceMesh.MOUTH_RIGHT),
            points.y(FaceMesh.MOUTH_LEFT) - points.y(FaceMesh.MOUTH_RIGHT));

    assertThat(REST.mouthWidth()).isCloseTo((float) (mouth / points.eyeDistance()), within(1e-5f));
  }

  @Test
  void measuresAreThoseOfDrawnPoints() {
    double[] points = new double[2 * 68];
    set(points, 36, 0, 0, 39, 30, 0, 42, 70, 0, 45, 100, 0);
    set(points, 37, 10, -6, 41, 10, 6, 38, 20, -6, 40, 20, 6);
    set(points, 43, 80, -3, 47, 80, 3, 44, 90, -3, 46, 90, 3);
    set(points, 17, 0, -20, 19, 15, -30, 21, 30, -20);
    set(points, 33, 50, 40, 8, 54, 110, 48, 30, 60, 54, 70, 70, 51, 50, 55, 57, 50, 75);

    FaceMeasures measures = FaceMeasures.ofIbug68(points);

    assertThat(measures.rightEyeAspectRatio()).isCloseTo(0.4f, within(1e-6f));
    assertThat(measures.leftEyeAspectRatio()).isCloseTo(0.2f, within(1e-6f));
    assertThat(measures.rightBrowInnerHeight()).isCloseTo(0.2f, within(1e-6f));
    assertThat(measures.rightBrowMiddleHeight()).isCloseTo(0.3f, within(1e-6f));
    assertThat(measures.rightBrowCurvature()).isCloseTo(1 / 3f, within(1e-6f));
    assertThat(measures.jawDrop()).isCloseTo(0.7f, within(1e-6f));
    assertThat(measures.mouthSideways()).isCloseTo(0, within(1e-6f));
    assertThat(measures.rightMouthCornerAngle())
        .isCloseTo((float) Math.atan2(5, 20), within(1e-6f));
    assertThat(measures.leftMouthCornerAngle())
        .isCloseTo((float) Math.atan2(-5, 20), within(1e-6f));
    assertThat(measures.rightGazeSideways()).isCloseTo(0, within(1e-6f));
  }

  private static void set(double[] points, int... numbers) {
    for (int i = 0; i < numbers.length; i += 3) {
      points[2 * numbers[i]] = numbers[i + 1];
      points[2 * numbers[i] + 1] = numbers[i + 2];
    }
  }

  @Test
  void movementsShowInTheMeasuresNamedAfterThem() {
    assertThat(measured(Blendshape.JAW_OPEN).jawDrop()).isGreaterThan(REST.jawDrop() + 0.1f);
    assertThat(measured(Blendshape.JAW_OPEN).mouthOpening()).isGreaterThan(0.1f);
    assertThat(measured(Blendshape.EYE_BLINK_LEFT).leftEyeAspectRatio())
        .isLessThan(0.5f * REST.leftEyeAspectRatio());
    assertThat(measured(Blendshape.EYE_BLINK_LEFT).rightEyeAspectRatio())
        .isCloseTo(REST.rightEyeAspectRatio(), within(0.02f));
    assertThat(measured(Blendshape.MOUTH_SMILE_RIGHT).rightMouthCornerAngle())
        .isGreaterThan(REST.rightMouthCornerAngle() + 0.05f);
    assertThat(measured(Blendshape.BROW_OUTER_UP_LEFT).leftBrowOuterHeight())
        .isGreaterThan(REST.leftBrowOuterHeight() + 0.02f);
    assertThat(measured(Blendshape.EYE_LOOK_OUT_LEFT).leftGazeSideways())
        .isGreaterThan(REST.leftGazeSideways() + 0.05f);
    assertThat(measured(Blendshape.MOUTH_PUCKER).mouthWidth())
        .isLessThan(REST.mouthWidth() - 0.03f);
  }

  @Test
  void refusesAnotherNumberOfPoints() {
    assertThatThrownBy(() -> FaceMeasures.ofIbug68(new double[10]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("136")
        .hasMessageContaining("10");
  }

  @Test
  void refusesAFaceWithoutWidth() {
    assertThatThrownBy(() -> FaceMeasures.ofIbug68(new double[136]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("same point");
  }
}
