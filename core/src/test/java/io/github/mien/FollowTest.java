package io.github.mien;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mien.expression.Blendshape;
import io.github.mien.expression.Expression;
import io.github.mien.expression.ExpressionCurve;
import io.github.mien.face.Box;
import io.github.mien.face.Detection;
import io.github.mien.face.Face;
import io.github.mien.face.FaceMesh;
import io.github.mien.face.Landmarks;
import io.github.mien.image.Affine;
import io.github.mien.image.Animation;
import io.github.mien.image.Frame;
import io.github.mien.image.Image;
import io.github.mien.model.ModelStore;
import io.github.mien.morphable.MorphableModel;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How a face is followed through a film; what is found in its frames is made up. */
class FollowTest {
  private static final double RATE = 25;

  private final Map<Image, List<Face>> frames = new IdentityHashMap<>();
  private final List<Frame> film = new ArrayList<>();
  private final List<ConsentRequest> asked = new ArrayList<>();
  private int refusedFrom = Integer.MAX_VALUE;
  private Landmarks somebody;
  private Mien mien;

  @BeforeEach
  void people() throws IOException {
    Landmarks mean = Landmarks.of(MorphableModel.load(ModelStore.embedded()).mean());
    somebody = mean.map(Affine.similarity(100 / mean.eyeDistance(), 0, 320, 240));
    mien =
        Mien.builder()
            .aligner(image -> frames.getOrDefault(image, List.of()))
            .encoder((image, face) ->
                Expression.NEUTRAL.with(Blendshape.JAW_OPEN, gap(face.landmarks())))
            .consent(request -> {
              asked.add(request);
              return asked.size() < refusedFrom ? Consent.GIVEN : Consent.refused("not this one");
            })
            .build();
  }

  /** Between the lips, in eye distances. */
  private static double gap(Landmarks landmarks) {
    return Math.max(0, landmarks.y(14) - landmarks.y(13)) / landmarks.eyeDistance();
  }

  private void frame(Landmarks... faces) {
    frame(0, faces);
  }

  /**
   * A frame.
   *
   * @param lighter levels by which it is lighter than others
   */
  private void frame(int lighter, Landmarks... faces) {
    Image picture = Image.create(640, 480, 3);
    Arrays.fill(picture.data(), (byte) (100 + lighter));
    List<Face> found = new ArrayList<>();
    for (Landmarks landmarks : faces) {
      Box box = landmarks.bounds();
      found.add(new Face(new Detection(box, 1, new float[10]), landmarks, 1, new float[0]));
    }
    frames.put(picture, found);
    film.add(new Frame(picture, (int) (1000 / RATE)));
  }

  private ExpressionCurve follow() throws IOException {
    return mien.follow(Animation.of(film));
  }

  private static Landmarks opened(Landmarks face, double pixels) {
    float[] xyz = face.toArray();
    for (int point : FaceMesh.innerLips()) {
      xyz[3 * point + 1] += (float) (xyz[3 * point + 1] > face.y(13) + 1 ? pixels : 0);
    }
    xyz[3 * 14 + 1] = face.y(14) + (float) pixels;
    return Landmarks.of(xyz);
  }

  private static Landmarks moved(Landmarks face, double x, double y) {
    return face.map(Affine.similarity(1, 0, x, y));
  }

  @Test
  void aFaceThatGoesOnIsAskedForOnce() throws IOException {
    for (int i = 0; i < 30; i++) {
      // Across the picture, opening and closing the mouth.
      frame(moved(opened(somebody, 40 * Math.abs(Math.sin(i))), 6 * i - 90, i));
    }

    follow();

    assertThat(asked).hasSize(1);
    assertThat(asked.get(0).role()).isEqualTo(Role.SOURCE);
    assertThat(asked.get(0).faces()).isEqualTo(frames.get(film.get(0).image()));
  }

  @Test
  void allFacesOfItsPictureAreNamedTheFollowedOneFirst() throws IOException {
    Landmarks beside = moved(somebody, 250, 0);
    frame(somebody, beside);
    frame();
    frame(beside, somebody);

    follow();

    List<Face> last = frames.get(film.get(2).image());
    assertThat(asked).hasSize(2);
    assertThat(asked.get(1).faces()).containsExactly(last.get(1), last.get(0));
  }

  @Test
  void afterAFrameWithoutAFaceItIsAskedAgain() throws IOException {
    frame(somebody);
    frame();
    frame(somebody);
    frame(somebody);

    follow();

    assertThat(asked).hasSize(2);
  }

  @Test
  void aFaceElsewhereIsAskedFor() throws IOException {
    frame(somebody);
    frame(moved(somebody, 120, 0));
    frame(moved(somebody, 121, 0));

    follow();

    assertThat(asked).hasSize(2);
  }

  @Test
  void somebodyElseAtTheSamePlaceIsAskedForAndMayRefuse() throws IOException {
    frame(somebody);
    frame(somebody);
    frame(12, somebody);
    frame(12, somebody);

    follow();
    assertThat(asked).hasSize(2);

    asked.clear();
    refusedFrom = 2;
    assertThatThrownBy(this::follow)
        .isInstanceOfSatisfying(
            ConsentRefusedException.class, e -> assertThat(e.role()).isEqualTo(Role.SOURCE));
  }

  @Test
  void aFaceThatIsTooSmallIsNotAskedFor() {
    frame(somebody.map(Affine.similarity(0.1, 0, 300, 200)));

    assertThatThrownBy(this::follow).isInstanceOf(FaceTooSmallException.class);
    assertThat(asked).isEmpty();
  }

  @Test
  void aMouthThatRestsOnAHeadThatMovesDoesNotTremble() throws IOException {
    Random random = new Random(3);
    Landmarks open = opened(somebody, 20);
    for (int i = 0; i < 60; i++) {
      frame(noisy(moved(i < 10 ? somebody : open, 4 * i - 120, 0), random));
    }

    ExpressionCurve curve = follow();

    double before = 0;
    double after = 0;
    for (int i = 30; i < 60; i++) {
      double raw =
          gap(frames.get(film.get(i).image()).get(0).landmarks())
              - gap(frames.get(film.get(i - 1).image()).get(0).landmarks());
      double smooth =
          curve.at(i / RATE).get(Blendshape.JAW_OPEN)
              - curve.at((i - 1) / RATE).get(Blendshape.JAW_OPEN);
      before += raw * raw;
      after += smooth * smooth;
    }
    assertThat(Math.sqrt(after)).isLessThan(0.1 * Math.sqrt(before));
  }

  /** As much as the landmarker jitters on a noisy film, twice over. */
  private static Landmarks noisy(Landmarks face, Random random) {
    float[] xyz = face.toArray();
    for (int i = 0; i < xyz.length; i++) {
      xyz[i] += (float) (0.2 * random.nextGaussian());
    }
    return Landmarks.of(xyz);
  }
}
