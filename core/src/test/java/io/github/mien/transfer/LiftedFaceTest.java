package io.github.mien.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mien.expression.Blendshape;
import io.github.mien.expression.HeadPose;
import io.github.mien.face.FaceMesh;
import io.github.mien.face.Landmarks;
import io.github.mien.model.ModelStore;
import io.github.mien.morphable.Camera;
import io.github.mien.morphable.ExpressionPrior;
import io.github.mien.morphable.FaceBasis;
import io.github.mien.morphable.HeadFrame;
import io.github.mien.morphable.LeastSquaresFitter;
import io.github.mien.morphable.MorphableModel;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LiftedFaceTest {
  private static final Camera NEAR = new Camera.Perspective(450, 320, 280);
  private static final Map<Blendshape, Float> OPEN = Map.of(Blendshape.JAW_OPEN, 0.7f);

  private final FaceBasis basis =
      FaceBasis.of(ModelledFace.MODEL, ExpressionPrior.load(ModelStore.embedded()));
  private final LeastSquaresFitter fitter = new LeastSquaresFitter(basis);

  LiftedFaceTest() throws IOException {}

  @Test
  void aFaceThatDoesNotMoveKeepsEveryBit() {
    Landmarks face = seen(ModelledFace.shape(1, Map.of()), 25);
    LiftedFace lifted = new LiftedFace(face, fitter.fit(face, NEAR), basis);

    assertThat(lifted.moved(new float[MorphableModel.SIZE])).isEqualTo(face.toArray());
  }

  @Test
  void movesAreSeenAsTheCameraSeesThem() {
    float[] jaw = ModelledFace.MODEL.field(Blendshape.JAW_OPEN);
    for (int i = 0; i < jaw.length; i++) {
      jaw[i] *= 0.7f;
    }
    double known = 0, unknown = 0, moved = 0;
    for (int person = 0; person < 12; person++) {
      double yaw = person % 2 == 0 ? 30 : -30;
      Landmarks rest = seen(ModelledFace.shape(person, Map.of()), yaw);
      Landmarks open = seen(ModelledFace.shape(person, OPEN), yaw);
      known += distance(new LiftedFace(rest, fitter.fit(rest, NEAR), basis).moved(jaw), open);
      unknown += distance(new LiftedFace(rest, fitter.fit(rest), basis).moved(jaw), open);
      moved += distance(rest.toArray(), open);
    }

    assertThat(known).isLessThan(0.1 * moved).isLessThan(0.8 * unknown);
  }

  private static Landmarks seen(float[] shape, double yaw) {
    float[] xyz = HeadFrame.of(new HeadPose(yaw, 0, 0), 150, 320, 280).toPicture(shape);
    NEAR.project(xyz);
    return Landmarks.of(xyz);
  }

  private static double distance(float[] xyz, Landmarks other) {
    double sum = 0;
    for (int p : FaceMesh.outerLips()) {
      sum += Math.hypot(xyz[3 * p] - other.x(p), xyz[3 * p + 1] - other.y(p));
    }
    return sum;
  }
}
