package io.github.mien.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.mien.encode.EncodedFace;
import io.github.mien.encode.MorphableExpressionEncoder;
import io.github.mien.expression.Blendshape;
import io.github.mien.expression.Expression;
import io.github.mien.expression.HeadPose;
import io.github.mien.expression.Performance;
import io.github.mien.expression.Region;
import io.github.mien.face.Face;
import io.github.mien.face.FaceMesh;
import io.github.mien.face.Landmarks;
import io.github.mien.model.ModelStore;
import io.github.mien.morphable.Camera;
import io.github.mien.morphable.ExpressionPrior;
import io.github.mien.morphable.HeadFrame;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class MorphableTransferTest {
  private static final Map<Blendshape, Float> REST = Map.of();
  private static final Map<Blendshape, Float> SMILE =
      Map.of(
          Blendshape.MOUTH_SMILE_LEFT, 0.8f,
          Blendshape.MOUTH_SMILE_RIGHT, 0.8f,
          Blendshape.JAW_OPEN, 0.3f);

  private final ExpressionTransfer transfer = MorphableTransfer.load(ModelStore.embedded());
  private final MorphableExpressionEncoder encoder =
      MorphableExpressionEncoder.load(ModelStore.embedded());

  MorphableTransferTest() throws IOException {}

  private EncodedFace encoded(EncodedFace face) {
    return new EncodedFace(face.face(), encoder.encode(face.face().landmarks()));
  }

  private Performance smileOf(long person) {
    return new Performance(
        encoded(ModelledFace.encoded(person, HeadPose.FRONTAL, SMILE)).expression(),
        encoded(ModelledFace.encoded(person, HeadPose.FRONTAL, REST)).expression());
  }

  @Property(tries = 10)
  void aSmileFromTheFrontMovesATurnedFaceAsItsOwnWould(
      @ForAll @IntRange(max = 30) int person,
      @ForAll @DoubleRange(min = -45, max = 45) double yaw,
      @ForAll @DoubleRange(min = -20, max = 20) double pitch) {
    HeadPose pose = new HeadPose(yaw, pitch, 7);
    EncodedFace target = encoded(ModelledFace.encoded(person, pose, REST));
    Landmarks own = ModelledFace.encoded(person, pose, SMILE).face().landmarks();

    Motion motion = transfer.plan(smileOf(person + 1), target, TransferOptions.DEFAULT);

    double still = distance(target.face().landmarks(), own);
    assertThat(distance(motion.to(), own)).isLessThan(0.4 * still);
  }

  /** Of the lips, where a smile is. */
  private static double distance(Landmarks a, Landmarks b) {
    double sum = 0;
    for (int p : FaceMesh.outerLips()) {
      sum += Math.hypot(a.x(p) - b.x(p), a.y(p) - b.y(p));
    }
    return sum;
  }

  @Test
  void knowingTheCameraOfANearPortraitHelps() throws IOException {
    ModelStore store = ModelStore.embedded();
    Camera camera = new Camera.Perspective(450, 320, 280);
    ExpressionTransfer near =
        new MorphableTransfer(
            ModelledFace.MODEL,
            ExpressionPrior.load(store),
            RestingFace.load(store),
            landmarks -> camera);
    Expression smile = Expression.NEUTRAL;
    for (Map.Entry<Blendshape, Float> amount : SMILE.entrySet()) {
      smile = smile.with(amount.getKey(), amount.getValue());
    }
    Performance source = new Performance(smile, Expression.NEUTRAL);
    double known = 0, unknown = 0;
    for (int person = 0; person < 12; person++) {
      HeadPose pose = new HeadPose(person % 2 == 0 ? 30 : -30, 0, 0);
      Landmarks rest = seen(ModelledFace.shape(person, REST), pose, camera);
      Landmarks own = seen(ModelledFace.shape(person, SMILE), pose, camera);
      Face face = ModelledFace.encoded(rest.toArray()).face();
      EncodedFace target = new EncodedFace(face, Expression.NEUTRAL);
      known += distance(near.plan(source, target, TransferOptions.DEFAULT).to(), own);
      unknown += distance(transfer.plan(source, target, TransferOptions.DEFAULT).to(), own);
    }

    assertThat(known).isLessThan(0.8 * unknown);
  }

  private static Landmarks seen(float[] shape, HeadPose pose, Camera camera) {
    float[] xyz = HeadFrame.of(pose, 150, 320, 280).toPicture(shape);
    camera.project(xyz);
    return Landmarks.of(xyz);
  }

  @Property(tries = 10)
  void strengthZeroKeepsEveryPoint(@ForAll @IntRange(max = 30) int person) {
    EncodedFace target = encoded(ModelledFace.encoded(person, new HeadPose(25, 0, 0), Map.of()));

    Motion motion =
        transfer.plan(smileOf(person), target, new TransferOptions(0, EnumSet.allOf(Region.class)));

    assertThat(motion.to().toArray()).isEqualTo(target.face().landmarks().toArray());
  }

  @Test
  void aMouthAloneLeavesEyesAndBrows() {
    EncodedFace target = encoded(ModelledFace.encoded(5, new HeadPose(30, 0, 0), REST));
    Expression all = Expression.of(filled(0.7f), HeadPose.FRONTAL);

    Motion motion =
        transfer.plan(
            new Performance(all, Expression.NEUTRAL),
            target,
            new TransferOptions(1, EnumSet.of(Region.MOUTH, Region.JAW)));

    int[] above = {159, 145, 386, 374, 105, 66, 334, 296, 468, 473, 10};
    assertThat(motion.to().xy(above)).isEqualTo(motion.from().xy(above));
    assertThat(motion.to().xy(61, 291, 17)).isNotEqualTo(motion.from().xy(61, 291, 17));
  }

  private static float[] filled(float value) {
    float[] filled = new float[Blendshape.COUNT];
    java.util.Arrays.fill(filled, value);
    return filled;
  }

  @Test
  void aFullBlinkShutsTheEyesOfATurnedHead() {
    EncodedFace target = encoded(ModelledFace.encoded(3, new HeadPose(30, 0, 0), REST));
    Expression blink =
        Expression.NEUTRAL.with(Blendshape.EYE_BLINK_LEFT, 1).with(Blendshape.EYE_BLINK_RIGHT, 1);

    Motion motion =
        transfer.plan(new Performance(blink, Expression.NEUTRAL), target, TransferOptions.DEFAULT);

    float open = target.face().landmarks().y(145) - target.face().landmarks().y(159);
    assertThat(open).isGreaterThan(5);
    assertThat(motion.to().y(145) - motion.to().y(159)).isCloseTo(0, within(0.15f * open));
  }
}
