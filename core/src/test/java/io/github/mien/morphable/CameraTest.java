package io.github.mien.morphable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.FloatRange;
import org.junit.jupiter.api.Test;

class CameraTest {
  private static final Camera NEAR = new Camera.Perspective(500, 320, 240);

  @Property(tries = 50)
  void whatIsProjectedComesBack(
      @ForAll @FloatRange(min = -300, max = 900) float x,
      @ForAll @FloatRange(min = -300, max = 900) float y,
      @ForAll @FloatRange(min = -300, max = 300) float z) {
    float[] point = {x, y, z};

    NEAR.project(point);
    NEAR.unproject(point);

    assertThat(point).containsExactly(new float[] {x, y, z}, within(0.01f));
  }

  @Test
  void farPointsAreNearerToThePrincipalPoint() {
    float[] points = {420, 240, 0, 420, 240, 500, 420, 240, -250};

    NEAR.project(points);

    assertThat(points).containsExactly(420, 240, 0, 370, 240, 500, 520, 240, -250);
  }

  @Test
  void fieldOfViewGivesTheFocalLength() {
    Camera.Perspective camera = Camera.Perspective.ofPhoto(601, 401, 90);

    assertThat(camera.focalLength()).isCloseTo(300.5, within(1e-9));
    assertThat(camera.x()).isEqualTo(300);
    assertThat(camera.y()).isEqualTo(200);
  }

  @Test
  void impossibleCamerasAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Camera.Perspective(0, 0, 0))
        .withMessageContaining("focal length");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Camera.Perspective.ofPhoto(10, 10, 180))
        .withMessageContaining("field of view");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> NEAR.project(new float[] {0, 0, -500}))
        .withMessageContaining("behind the camera");
  }
}
