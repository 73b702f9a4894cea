package io.github.mien.training.synth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.mien.face.FaceMesh;
import io.github.mien.face.Landmarks;
import org.junit.jupiter.api.Test;

class HeadTurnTest {

  @Test
  void turningBackUndoesTurning() {
    Landmarks face = ball();

    Landmarks back = HeadTurn.apply(HeadTurn.apply(face, 0.4, 0), -0.4, 0);

    assertThat(back.toArray()).containsExactly(face.toArray(), within(1.5f));
  }

  @Test
  void whatIsNearTheViewerMovesAcrossAndTheRestBehind() {
    Landmarks turned = HeadTurn.apply(ball(), Math.toRadians(30), 0);

    assertThat(turned.x(FaceMesh.NOSE_TIP)).isLessThan(ball().x(FaceMesh.NOSE_TIP) - 20);
    assertThat(turned.y(FaceMesh.NOSE_TIP)).isCloseTo(ball().y(FaceMesh.NOSE_TIP), within(0.01f));
  }

  /** Points on half a ball of radius 100 whose rim is the outline. */
  private static Landmarks ball() {
    float[] points = new float[3 * Landmarks.COUNT];
    for (int i = 0; i < Landmarks.COUNT; i++) {
      double a = 2.4 * i;
      double r = Math.sqrt(i / 500.0);
      put(points, i, r * Math.cos(a), r * Math.sin(a));
    }
    int[] outline = FaceMesh.outline();
    for (int i = 0; i < outline.length; i++) {
      double a = 2 * Math.PI * i / outline.length;
      put(points, outline[i], Math.cos(a), Math.sin(a));
    }
    put(points, FaceMesh.RIGHT_EYE_OUTER, -0.5, -0.3);
    put(points, FaceMesh.LEFT_EYE_OUTER, 0.5, -0.3);
    put(points, FaceMesh.NOSE_TIP, 0, 0);
    return Landmarks.of(points);
  }

  private static void put(float[] points, int i, double x, double y) {
    points[3 * i] = (float) (200 + 100 * x);
    points[3 * i + 1] = (float) (200 + 100 * y);
    points[3 * i + 2] = (float) (-100 * Math.sqrt(Math.max(0, 1 - x * x - y * y)));
  }
}
