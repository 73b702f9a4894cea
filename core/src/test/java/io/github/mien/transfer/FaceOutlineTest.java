package io.github.mien.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mien.expression.Blendshape;
import io.github.mien.expression.HeadPose;
import io.github.mien.face.FaceMesh;
import io.github.mien.morphable.HeadFrame;
import java.awt.geom.Path2D;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class FaceOutlineTest {
  /** Of the cheeks, beside the outline. */
  private static final int[] CHEEKS = {137, 177, 215, 366, 401, 435};

  private static float[] face(long person, double yaw, Map<Blendshape, Float> coefficients) {
    HeadFrame frame = HeadFrame.of(new HeadPose(yaw, 0, 5), 150, 320, 280);
    return frame.toPicture(ModelledFace.shape(person, coefficients));
  }

  private static Path2D outline(float[] points) {
    Path2D outline = new Path2D.Double();
    for (int point : FaceMesh.outline()) {
      if (outline.getCurrentPoint() == null) {
        outline.moveTo(points[3 * point], points[3 * point + 1]);
      } else {
        outline.lineTo(points[3 * point], points[3 * point + 1]);
      }
    }
    outline.closePath();
    return outline;
  }

  @Property(tries = 30)
  void cheeksThatGoOutTakeTheOutlineAlong(
      @ForAll @IntRange(max = 50) int person,
      @ForAll @DoubleRange(min = -15, max = 15) double yaw,
      @ForAll @DoubleRange(min = 0, max = 25) double pixels) {
    float[] from = face(person, yaw, Map.of());
    float[] to = from.clone();
    for (int cheek : CHEEKS) {
      to[3 * cheek] += (float) (to[3 * cheek] < 320 ? -pixels : pixels);
    }
    float[] moved = to.clone();

    FaceOutline.follow(from, moved);

    for (int cheek : CHEEKS) {
      if (outline(from).contains(from[3 * cheek], from[3 * cheek + 1])) {
        assertThat(outline(moved).contains(moved[3 * cheek], moved[3 * cheek + 1]))
            .as("point %d", cheek)
            .isTrue();
      }
      assertThat(moved[3 * cheek]).isEqualTo(to[3 * cheek]);
    }
    for (int point : FaceMesh.stable()) {
      assertThat(moved[3 * point]).isEqualTo(to[3 * point]);
      assertThat(moved[3 * point + 1]).isEqualTo(to[3 * point + 1]);
    }
  }

  @Test
  void aFaceThatStaysKeepsItsOutline() {
    float[] from = face(1, 40, Map.of(Blendshape.JAW_OPEN, 0.5f));
    float[] to = from.clone();

    FaceOutline.follow(from, to);

    assertThat(to).isEqualTo(from);
  }
}
