package io.github.mien.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.mien.encode.EncodedFace;
import io.github.mien.expression.Blendshape;
import io.github.mien.expression.Edit;
import io.github.mien.expression.Expression;
import io.github.mien.expression.HeadPose;
import io.github.mien.expression.Performance;
import io.github.mien.expression.Preset;
import io.github.mien.expression.Presets;
import io.github.mien.expression.Region;
import io.github.mien.face.FaceMesh;
import io.github.mien.face.Landmarks;
import io.github.mien.morphable.MorphableFitter;
import java.util.EnumSet;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** What all ways to plan a motion have in common. */
abstract class ExpressionTransferContract {
  private static final Map<Blendshape, Float> REST = Map.of();
  private static final Map<Blendshape, Float> SMILE =
      Map.of(
          Blendshape.MOUTH_SMILE_LEFT, 0.8f,
          Blendshape.MOUTH_SMILE_RIGHT, 0.8f,
          Blendshape.MOUTH_UPPER_UP_LEFT, 0.4f,
          Blendshape.MOUTH_UPPER_UP_RIGHT, 0.4f);

  abstract ExpressionTransfer transfer();

  private static EncodedFace frontal(long person, Map<Blendshape, Float> coefficients) {
    return ModelledFace.encoded(person, HeadPose.FRONTAL, coefficients);
  }

  private Motion plan(Expression shown, Expression rest, EncodedFace target) {
    return transfer().plan(new Performance(shown, rest), target, TransferOptions.DEFAULT);
  }

  @Provide
  Arbitrary<float[]> coefficients() {
    return Arbitraries.floats().between(0, 1).array(float[].class).ofSize(Blendshape.COUNT);
  }

  @Provide
  Arbitrary<EncodedFace> targets() {
    Arbitrary<Float> amount = Arbitraries.floats().between(0, 0.7f);
    return Arbitraries.integers()
        .between(0, 50)
        .flatMap(person ->
            amount.flatMap(value ->
                Arbitraries.doubles()
                    .between(-20, 20)
                    .map(yaw ->
                        ModelledFace.encoded(
                            person,
                            new HeadPose(yaw, yaw / 3, -yaw),
                            Map.of(Blendshape.JAW_OPEN, value)))));
  }

  @Property(tries = 30)
  void strengthZeroKeepsEveryPoint(
      @ForAll("coefficients") float[] shown, @ForAll("targets") EncodedFace target) {
    Performance source = Performance.of(Expression.of(shown, HeadPose.FRONTAL));

    Motion motion = transfer().plan(source, target, TransferOptions.DEFAULT.withStrength(0));

    assertThat(motion.to().toArray()).isEqualTo(motion.from().toArray());
  }

  @Property(tries = 30)
  void theOwnExpressionChangesNothing(@ForAll("targets") EncodedFace target) {
    Motion motion =
        transfer().plan(Performance.of(target.expression()), target, TransferOptions.DEFAULT);

    assertThat(motion.to().toArray()).isEqualTo(motion.from().toArray());
  }

  @Property(tries = 60)
  void anyWantedExpressionLeavesAFace(
      @ForAll("coefficients") float[] shown, @ForAll("targets") EncodedFace target) {
    Motion motion = plan(Expression.of(shown, HeadPose.FRONTAL), Expression.NEUTRAL, target);

    StraightFace face = straight(motion);
    assertOrdered(face, FaceMesh.rightEye(), 7);
    assertOrdered(face, FaceMesh.leftEye(), 7);
    assertOrdered(face, FaceMesh.innerLips(), 9);
    for (int point : FaceMesh.stable()) {
      assertThat(motion.to().x(point)).isEqualTo(motion.from().x(point));
      assertThat(motion.to().y(point)).isEqualTo(motion.from().y(point));
    }
    assertBetween(face.after(), 468, 33, 133);
    assertBetween(face.after(), 473, 263, 362);
  }

  /**
   * A face where its head is straight, so that lids and lips are one above the other.
   *
   * @param before x, y, z of its points before the move
   * @param after and after it
   */
  record StraightFace(float[] before, float[] after) {}

  /** In the frame in which the transfer moves points. */
  StraightFace straight(Motion motion) {
    PosedFace before =
        PosedFace.of(motion.from().toArray(), new MorphableFitter(ModelledFace.MODEL));
    return new StraightFace(before.shape(), before.frame().toCanonical(motion.to().toArray()));
  }

  /** The upper points of a loop are above the lower ones, or not further below than before. */
  private static void assertOrdered(StraightFace face, int[] loop, int columns) {
    for (int i = 1; i <= columns; i++) {
      int upper = 3 * loop[i] + 1;
      int lower = 3 * loop[loop.length - i] + 1;
      float before = Math.min(0, face.before()[lower] - face.before()[upper]);
      assertThat(face.after()[lower] - face.after()[upper]).isGreaterThanOrEqualTo(before - 1e-3f);
    }
  }

  private static void assertBetween(float[] shape, int point, int corner, int otherCorner) {
    float a = shape[3 * corner];
    float b = shape[3 * otherCorner];
    assertThat(shape[3 * point]).isBetween(Math.min(a, b), Math.max(a, b));
  }

  @Property(tries = 20)
  void aMouthAloneLeavesEyesAndBrows(
      @ForAll("coefficients") float[] shown, @ForAll("targets") EncodedFace target) {
    Performance source =
        new Performance(Expression.of(shown, HeadPose.FRONTAL), Expression.NEUTRAL);

    Motion motion =
        transfer()
            .plan(
                source,
                target,
                TransferOptions.DEFAULT.withRegions(EnumSet.of(Region.MOUTH, Region.JAW)));

    int[] above = {159, 145, 386, 374, 105, 66, 334, 296, 468, 473, 10};
    assertThat(motion.to().xy(above)).isEqualTo(motion.from().xy(above));
    assertThat(motion.wanted().get(Blendshape.BROW_INNER_UP))
        .isEqualTo(target.expression().get(Blendshape.BROW_INNER_UP));
    assertThat(motion.to().xy(61, 291, 17)).isNotEqualTo(motion.from().xy(61, 291, 17));
  }

  @Property(tries = 20)
  void aMirroredPairGivesTheMirroredMove(
      @ForAll @IntRange(max = 30) int person, @ForAll @IntRange(max = 30) int other) {
    EncodedFace source =
        frontal(
            person,
            Map.of(Blendshape.MOUTH_SMILE_LEFT, 0.7f, Blendshape.BROW_OUTER_UP_RIGHT, 0.6f));
    EncodedFace target =
        ModelledFace.encoded(other, new HeadPose(10, 0, 5), Map.of(Blendshape.JAW_OPEN, 0.2f));

    Motion motion =
        transfer().plan(Performance.of(source.expression()), target, TransferOptions.DEFAULT);
    Motion inTheMirror =
        transfer()
            .plan(
                Performance.of(ModelledFace.mirrored(source).expression()),
                ModelledFace.mirrored(target),
                TransferOptions.DEFAULT);

    int[] mirror = ModelledFace.MODEL.mirror();
    for (int i = 0; i < Landmarks.COUNT; i++) {
      assertThat(inTheMirror.to().x(mirror[i])).isCloseTo(640 - motion.to().x(i), within(0.05f));
      assertThat(inTheMirror.to().y(mirror[i])).isCloseTo(motion.to().y(i), within(0.05f));
    }
  }

  @Test
  void aSmileOfOnePersonIsReadOnAnother() {
    EncodedFace source = frontal(1, SMILE);
    EncodedFace target = ModelledFace.encoded(2, new HeadPose(8, -5, 12), REST);

    Motion motion = plan(source.expression(), frontal(1, REST).expression(), target);

    float[] read = ModelledFace.ENCODER.coefficients(motion.to().toArray());
    assertThat(distance(read, motion.wanted()))
        .isLessThan(0.4f * distance(target.expression().toArray(), motion.wanted()));
  }

  private static float distance(float[] read, Expression wanted) {
    float sum = 0;
    for (Blendshape shape : Blendshape.values()) {
      if (!shape.isGaze()) {
        sum += Math.abs(read[shape.ordinal()] - wanted.get(shape));
      }
    }
    return sum;
  }

  @Test
  void aFullBlinkShutsTheEyes() {
    EncodedFace target = frontal(3, REST);
    Expression blink =
        Expression.NEUTRAL.with(Blendshape.EYE_BLINK_LEFT, 1).with(Blendshape.EYE_BLINK_RIGHT, 1);

    Motion motion = plan(blink, Expression.NEUTRAL, target);

    float open = target.face().landmarks().y(145) - target.face().landmarks().y(159);
    assertThat(open).isGreaterThan(5);
    assertThat(motion.to().y(145) - motion.to().y(159)).isCloseTo(0, within(0.1f * open));
    assertThat(motion.to().y(374) - motion.to().y(386)).isCloseTo(0, within(0.1f * open));
  }

  @Property(tries = 20)
  void moreBlinkLowersTheLidFurther(@ForAll @IntRange(max = 50) int person) {
    EncodedFace target = frontal(person, REST);
    float open = target.face().landmarks().y(145) - target.face().landmarks().y(159);
    float before = open;
    for (int tenths = 1; tenths <= 10; tenths++) {
      Edit blink = Edit.NONE.with(Blendshape.EYE_BLINK_RIGHT, 0.1 * tenths);
      Landmarks to = transfer().plan(blink, target).to();
      float gap = to.y(145) - to.y(159);
      assertThat(gap).isLessThanOrEqualTo(before + 0.02f * open);
      before = gap;
    }
    assertThat(before).isCloseTo(0, within(0.1f * open));
  }

  @Test
  void heavyBrowsThatASourceHasAtRestAreNotMoved() {
    Expression heavy =
        Expression.NEUTRAL
            .with(Blendshape.BROW_DOWN_LEFT, 0.5)
            .with(Blendshape.BROW_DOWN_RIGHT, 0.5);
    Expression smiling = heavy.with(Blendshape.MOUTH_SMILE_LEFT, 0.7);
    EncodedFace target = frontal(4, REST);

    Motion known = plan(smiling, heavy, target);
    Motion copied = plan(smiling, Expression.NEUTRAL, target);

    assertThat(known.wanted().get(Blendshape.BROW_DOWN_LEFT))
        .isLessThan(copied.wanted().get(Blendshape.BROW_DOWN_LEFT) - 0.3f);
  }

  @Test
  void moreStrengthMovesFurther() {
    EncodedFace target = frontal(5, REST);
    Performance smile =
        new Performance(frontal(6, SMILE).expression(), frontal(6, REST).expression());
    double before = 0;
    for (double strength : new double[] {0.3, 0.6, 1, 1.4}) {
      Landmarks to =
          transfer().plan(smile, target, TransferOptions.DEFAULT.withStrength(strength)).to();
      double moved = target.face().landmarks().y(61) - to.y(61);
      assertThat(moved).isGreaterThan(before);
      before = moved;
    }
  }

  @Property(tries = 30)
  void anEditIsReadOnTheMovedPoints(@ForAll @IntRange(max = 50) int person) {
    EncodedFace target = frontal(person, REST);
    Edit edit = Edit.NONE.with(Blendshape.JAW_OPEN, 0.6).with(Blendshape.MOUTH_SMILE_RIGHT, 0.7);

    Motion motion = transfer().plan(edit, target);

    float[] read = ModelledFace.ENCODER.coefficients(motion.to().toArray());
    assertThat(read[Blendshape.JAW_OPEN.ordinal()]).isGreaterThan(0.4f);
    assertThat(read[Blendshape.MOUTH_SMILE_RIGHT.ordinal()]).isGreaterThan(0.4f);
    assertThat(motion.wanted()).isEqualTo(edit.of(target.expression()));
  }

  @Test
  void anEditOfNothingMovesNothing() {
    EncodedFace target = frontal(7, SMILE);

    Motion motion = transfer().plan(Edit.NONE, target);

    assertThat(motion.to().toArray()).isEqualTo(motion.from().toArray());
  }

  @Test
  void everyPresetMovesTheFaceAndAtStrengthZeroNone() {
    EncodedFace target = frontal(8, SMILE);
    for (Preset preset : Presets.embedded().all()) {
      Motion whole = transfer().plan(preset.performance(), target, TransferOptions.DEFAULT);
      Motion none =
          transfer().plan(preset.performance(), target, TransferOptions.DEFAULT.withStrength(0));

      assertThat(whole.to().toArray()).as(preset.name()).isNotEqualTo(whole.from().toArray());
      assertThat(none.to().toArray()).as(preset.name()).isEqualTo(none.from().toArray());
    }
  }

  @Property(tries = 20)
  void aMouthThatIsToStayClosedPartsNoFurther(
      @ForAll("coefficients") float[] shown, @ForAll("targets") EncodedFace target) {
    Performance source = Performance.of(Expression.of(shown, HeadPose.FRONTAL));

    Motion motion =
        transfer().plan(source, target, TransferOptions.DEFAULT.withMouthKeptClosed(true));

    StraightFace face = straight(motion);
    int[] lips = FaceMesh.innerLips();
    for (int i = 1; i < lips.length / 2; i++) {
      int upper = 3 * lips[i] + 1;
      int lower = 3 * lips[lips.length - i] + 1;
      float gap = Math.max(0, face.before()[lower] - face.before()[upper]);
      assertThat(face.after()[lower] - face.after()[upper]).isLessThanOrEqualTo(gap + 1e-3f);
    }
  }

  @Test
  void gazeCanBeLeftAlone() {
    EncodedFace target = frontal(9, REST);
    Expression aside =
        Expression.NEUTRAL
            .with(Blendshape.EYE_LOOK_OUT_LEFT, 1)
            .with(Blendshape.EYE_LOOK_IN_RIGHT, 1);
    Performance authored = Performance.authored(aside);

    Motion follows = transfer().plan(authored, target, TransferOptions.DEFAULT);
    Motion stays = transfer().plan(authored, target, TransferOptions.DEFAULT.withGaze(false));

    assertThat(follows.to().x(468) - follows.from().x(468)).isGreaterThan(3);
    assertThat(stays.to().x(468)).isCloseTo(stays.from().x(468), within(0.01f));
  }

  @Test
  void aRegionWithLessWeightShowsLess() {
    EncodedFace target = frontal(10, REST);
    Performance smile = Performance.authored(frontal(11, SMILE).expression());

    Motion half =
        transfer().plan(smile, target, TransferOptions.DEFAULT.withWeight(Region.MOUTH, 0.5));
    Motion whole = transfer().plan(smile, target, TransferOptions.DEFAULT);

    assertThat(half.wanted().get(Blendshape.MOUTH_SMILE_LEFT))
        .isLessThan(whole.wanted().get(Blendshape.MOUTH_SMILE_LEFT) - 0.2f);
  }
}
