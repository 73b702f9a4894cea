package io.github.mien.encode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.mien.expression.Blendshape;
import io.github.mien.face.FaceMesh;
import io.github.mien.model.ModelStore;
import io.github.mien.morphable.MorphableModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LandmarkExpressionEncoderTest {
  private static final MorphableModel MODEL = model();
  private static final LandmarkExpressionEncoder ENCODER = encoder();

  private static MorphableModel model() {
    try {
      return MorphableModel.load(ModelStore.embedded());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static LandmarkExpressionEncoder encoder() {
    try {
      return LandmarkExpressionEncoder.load(ModelStore.embedded());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The mean face with one coefficient at 0.8. */
  private static float[] showing(Blendshape shape) {
    float[] face = MODEL.mean();
    float[] coefficients = new float[Blendshape.COUNT];
    coefficients[shape.ordinal()] = 0.8f;
    MODEL.addFields(coefficients, face);
    return face;
  }

  @Property(tries = 100)
  void coefficientsDoNotChangeWithPlaceSizeAndLean(
      @ForAll Blendshape shape,
      @ForAll @DoubleRange(min = 20, max = 2000) double scale,
      @ForAll @DoubleRange(min = -3.1, max = 3.1) double lean,
      @ForAll @DoubleRange(min = -100, max = 5000) double x) {
    float[] face = showing(shape);
    float[] moved = face.clone();
    double c = scale * Math.cos(lean), s = scale * Math.sin(lean);
    for (int i = 0; i < face.length; i += 3) {
      moved[i] = (float) (c * face[i] - s * face[i + 1] + x);
      moved[i + 1] = (float) (s * face[i] + c * face[i + 1] + 2 * x);
    }

    assertThat(ENCODER.coefficients(moved))
        .containsExactly(ENCODER.coefficients(face), within(1e-3f));
  }

  @Property(tries = 50)
  void mirroredFaceSwapsLeftAndRight(@ForAll Blendshape shape) {
    float[] face = showing(shape);
    int[] mirror = MODEL.mirror();
    float[] mirrored = new float[face.length];
    for (int i = 0; i < mirror.length; i++) {
      mirrored[3 * i] = -face[3 * mirror[i]];
      mirrored[3 * i + 1] = face[3 * mirror[i] + 1];
      mirrored[3 * i + 2] = face[3 * mirror[i] + 2];
    }

    float[] read = ENCODER.coefficients(face);
    float[] swapped = ENCODER.coefficients(mirrored);

    for (Blendshape each : Blendshape.values()) {
      assertThat(swapped[each.mirrored().ordinal()])
          .as(each.arkitName())
          .isCloseTo(read[each.ordinal()], within(1e-4f));
    }
  }

  @Property(tries = 50)
  void pushIsTheSlopeAlongADisplacement(@ForAll Blendshape at, @ForAll Blendshape along) {
    float[] face = showing(at);
    float[] field = MODEL.field(along);
    float step = 0.01f;
    float[] before = face.clone(), after = face.clone();
    for (int i = 0; i < face.length; i++) {
      before[i] -= step * field[i];
      after[i] += step * field[i];
    }

    float[] slope = ENCODER.linearize(face).push(new float[][] {field});

    float[] lower = ENCODER.coefficients(before), upper = ENCODER.coefficients(after);
    for (int i = 0; i < slope.length; i++) {
      float measured = (upper[i] - lower[i]) / (2 * step);
      assertThat(slope[i]).isCloseTo(measured, within(0.01f + 0.02f * Math.abs(measured)));
    }
  }

  @Property(tries = 20)
  void severalDisplacementsArePushedAsEachAlone(@ForAll Blendshape at) {
    LandmarkExpressionEncoder.Linearization here = ENCODER.linearize(showing(at));
    int columns = 7;
    float[][] fields = new float[columns][];
    for (int c = 0; c < columns; c++) {
      fields[c] = MODEL.field(Blendshape.values()[5 * c]);
    }

    float[] together = here.push(fields);

    for (int c = 0; c < columns; c++) {
      float[] alone = here.push(new float[][] {fields[c]});
      for (int i = 0; i < alone.length; i++) {
        assertThat(together[i * columns + c]).isCloseTo(alone[i], within(1e-5f));
      }
    }
  }

  @ParameterizedTest
  @EnumSource(
      names = {
        "BROW_DOWN_LEFT",
        "BROW_INNER_UP",
        "BROW_OUTER_UP_RIGHT",
        "EYE_BLINK_LEFT",
        "EYE_LOOK_DOWN_RIGHT",
        "EYE_SQUINT_LEFT",
        "JAW_OPEN",
        "MOUTH_LEFT",
        "MOUTH_PRESS_RIGHT",
        "MOUTH_PUCKER",
        "MOUTH_SHRUG_LOWER",
        "MOUTH_SMILE_RIGHT",
        "MOUTH_STRETCH_LEFT",
        "MOUTH_UPPER_UP_LEFT"
      })
  void readsTheMovementThatFieldsMakeOnBothSides(Blendshape shape) {
    float rest = ENCODER.coefficients(MODEL.mean())[shape.ordinal()];

    float[] face = MODEL.mean();
    float[] coefficients = new float[Blendshape.COUNT];
    coefficients[shape.ordinal()] = 1;
    coefficients[shape.mirrored().ordinal()] = shape == Blendshape.MOUTH_LEFT ? 0 : 1;
    MODEL.addFields(coefficients, face);

    assertThat(ENCODER.coefficients(face)[shape.ordinal()]).isGreaterThan(rest + 0.3f);
  }

  @Test
  void blinkBringsTheLidsTogether() {
    float[] face = MODEL.mean();
    float[] blink = new float[Blendshape.COUNT];
    blink[Blendshape.EYE_BLINK_RIGHT.ordinal()] = 1;
    MODEL.addFields(blink, face);
    int[] lids = FaceMesh.rightEye();

    for (int i = 1; i < lids.length / 2; i++) {
      int upper = lids[i], lower = lids[lids.length - i];
      assertThat(face[3 * upper + 1]).isCloseTo(face[3 * lower + 1], within(1e-3f));
    }
  }

  @Test
  void refusesPointsOfAnotherMesh() {
    assertThatThrownBy(() -> ENCODER.coefficients(new float[3 * 468]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("1434")
        .hasMessageContaining("1404");
  }
}
