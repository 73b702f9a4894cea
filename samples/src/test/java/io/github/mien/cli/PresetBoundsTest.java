package io.github.mien.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mien.Target;
import io.github.mien.expression.Preset;
import io.github.mien.expression.Presets;
import io.github.mien.face.FaceMesh;
import io.github.mien.face.Landmarks;
import io.github.mien.image.Image;
import io.github.mien.model.ModelStore;
import io.github.mien.morphable.HeadFrame;
import io.github.mien.morphable.MorphableFitter;
import io.github.mien.morphable.MorphableModel;
import io.github.mien.transfer.Motion;
import io.github.mien.transfer.TransferMethod;
import io.github.mien.transfer.TransferOptions;
import java.awt.geom.Path2D;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** Every preset leaves a face a face, and what is around it alone. */
class PresetBoundsTest {
  /** How far a face's surroundings go, as a multiple of its outline. */
  private static final double SURROUNDINGS = 1.6;

  private static final double ROUNDING = 1e-3;

  /** Of the eye distance: transfers see the head's pose each in its own way. */
  private static final float HALF_PERCENT = 0.005f;

  private static final MorphableFitter FITTER = new MorphableFitter(model());
  private static final Map<TransferMethod, AnalysedFaces> FACES =
      new EnumMap<>(TransferMethod.class);

  private static MorphableModel model() {
    try {
      return MorphableModel.load(ModelStore.embedded());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @BeforeContainer
  static void open() {
    for (TransferMethod method : TransferMethod.values()) {
      FACES.put(method, new AnalysedFaces(method));
    }
  }

  @AfterContainer
  static void close() {
    FACES.values().forEach(AnalysedFaces::close);
  }

  @Provide
  Arbitrary<Preset> presets() {
    return Arbitraries.of(Presets.embedded().all());
  }

  private static Motion plan(TransferMethod method, Preset preset, SampleFace on) {
    AnalysedFaces faces = FACES.get(method);
    return faces
        .mien()
        .expressionTransfer()
        .plan(preset.performance(), faces.target(on).face(), TransferOptions.DEFAULT);
  }

  @Property
  void noPointLeavesTheOutlineAndThatStaysNear(
      @ForAll TransferMethod method, @ForAll("presets") Preset preset, @ForAll SampleFace on) {
    Motion motion = plan(method, preset, on);

    Path2D before = outline(motion.from(), 1);
    Path2D after = outline(motion.to(), 1 + ROUNDING);
    Path2D surroundings = outline(motion.from(), 1.3);
    for (int i = 0; i < Landmarks.COUNT; i++) {
      if (before.contains(motion.from().x(i), motion.from().y(i))) {
        assertThat(after.contains(motion.to().x(i), motion.to().y(i))).as("point %d", i).isTrue();
      }
      assertThat(surroundings.contains(motion.to().x(i), motion.to().y(i)))
          .as("point %d", i)
          .isTrue();
    }
  }

  @Property
  void lipsAndLidsDoNotCross(
      @ForAll TransferMethod method, @ForAll("presets") Preset preset, @ForAll SampleFace on) {
    Motion motion = plan(method, preset, on);

    // Where the head is straight: there lids and lips are one above the other.
    HeadFrame frame = FITTER.frame(motion.from());
    float[] from = frame.toCanonical(motion.from().toArray());
    float[] to = frame.toCanonical(motion.to().toArray());
    assertOrdered(from, to, FaceMesh.innerLips());
    assertOrdered(from, to, FaceMesh.rightEye());
    assertOrdered(from, to, FaceMesh.leftEye());
  }

  /** The upper points of a loop are above the lower ones, or not further below than before. */
  private static void assertOrdered(float[] from, float[] to, int[] loop) {
    for (int i = 1; i < loop.length / 2; i++) {
      int upper = 3 * loop[i] + 1;
      int lower = 3 * loop[loop.length - i] + 1;
      float before = Math.min(0, from[lower] - from[upper]);
      assertThat(to[lower] - to[upper])
          .as("%d above %d", loop[i], loop[loop.length - i])
          .isGreaterThanOrEqualTo(before - HALF_PERCENT);
    }
  }

  @Property
  void pixelsBeyondTheSurroundingsKeepEveryBit(
      @ForAll("presets") Preset preset, @ForAll SampleFace on) {
    Target target = FACES.get(TransferMethod.BLENDSHAPE).target(on);
    Image before = target.image();
    Path2D surroundings = outline(target.face().face().landmarks(), SURROUNDINGS);

    Image after = target.show(preset).image();

    int changed = 0;
    for (int y = 0; y < before.height(); y++) {
      for (int x = 0; x < before.width(); x++) {
        if (differ(before, after, x, y)) {
          assertThat(surroundings.contains(x, y)).as("%d, %d", x, y).isTrue();
          changed++;
        }
      }
    }
    assertThat(changed).isGreaterThan(before.width() * before.height() / 100);
  }

  private static boolean differ(Image a, Image b, int x, int y) {
    return a.sample(x, y, 0) != b.sample(x, y, 0)
        || a.sample(x, y, 1) != b.sample(x, y, 1)
        || a.sample(x, y, 2) != b.sample(x, y, 2);
  }

  /** The outline of a face, grown about its middle. */
  private static Path2D outline(Landmarks face, double growth) {
    int[] loop = FaceMesh.outline();
    double middleX = 0;
    double middleY = 0;
    for (int point : loop) {
      middleX += face.x(point) / loop.length;
      middleY += face.y(point) / loop.length;
    }
    Path2D outline = new Path2D.Double();
    for (int i = 0; i < loop.length; i++) {
      double x = middleX + growth * (face.x(loop[i]) - middleX);
      double y = middleY + growth * (face.y(loop[i]) - middleY);
      if (i == 0) {
        outline.moveTo(x, y);
      } else {
        outline.lineTo(x, y);
      }
    }
    outline.closePath();
    return outline;
  }
}
