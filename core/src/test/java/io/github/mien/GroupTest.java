package io.github.mien;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mien.encode.EncodedFace;
import io.github.mien.expression.Blendshape;
import io.github.mien.expression.Edit;
import io.github.mien.expression.Expression;
import io.github.mien.expression.Performance;
import io.github.mien.face.Detection;
import io.github.mien.face.Face;
import io.github.mien.face.FaceMesh;
import io.github.mien.face.Landmarks;
import io.github.mien.image.Image;
import io.github.mien.transfer.ExpressionTransfer;
import io.github.mien.transfer.Motion;
import io.github.mien.transfer.TransferOptions;
import java.io.IOException;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who of a group changes, and by whom; the stages are stand-ins. */
class GroupTest {
  private static final Edit OPEN = Edit.NONE.with(Blendshape.JAW_OPEN, 0.7);

  private final Map<Image, List<Face>> pictures = new IdentityHashMap<>();
  private final Image family = Image.create(600, 200, 3);
  private final Image friends = Image.create(600, 200, 3);
  private Mien mien;

  @BeforeEach
  void build() throws IOException {
    // Largest first, as aligners give them; the one at 500 is too small.
    pictures.put(
        family,
        List.of(face(300, 60, 0.3f), face(100, 50, 0.1f), face(420, 40, 0.4f), face(500, 20, 0)));
    pictures.put(friends, List.of(face(400, 60, 0.9f), face(200, 50, 0.8f)));
    mien =
        Mien.builder()
            .aligner(image -> pictures.getOrDefault(image, List.of()))
            .encoder((image, face) -> Expression.NEUTRAL.with(Blendshape.JAW_OPEN, face.presence()))
            .transfer(new Copies())
            .reconstructor((target, motion, source, out) -> paint(motion, out))
            .build();
  }

  @AfterEach
  void close() {
    mien.close();
  }

  @Test
  void askedAreThoseWhoseFacesChangeAndARefusalChangesNobody() throws IOException {
    List<ConsentRequest> requests = new ArrayList<>();
    try (Mien asking =
        Mien.builder()
            .aligner(image -> pictures.getOrDefault(image, List.of()))
            .encoder((image, face) -> Expression.NEUTRAL)
            .transfer(new Copies())
            .reconstructor((target, motion, source, out) -> paint(motion, out))
            .consent(request -> {
              requests.add(request);
              return Consent.refused("not her");
            })
            .build()) {
      Group group = asking.group(family);

      assertThatThrownBy(() -> group.show(FaceChoice.at(1), OPEN))
          .isInstanceOf(ConsentRefusedException.class)
          .hasMessageContaining("not her");
      assertThat(requests).hasSize(1);
      assertThat(requests.get(0).faces()).containsExactly(group.faces().get(1).face());
      assertThat(family.data()).containsOnly(0);
    }
  }

  /** The wanted jaw becomes a red level in the middle of the face. */
  private static void paint(Motion motion, Image out) {
    float x = motion.from().x(FaceMesh.NOSE_TIP);
    out.data()[out.index((int) x, 100)] =
        (byte) Math.round(100 * motion.wanted().get(Blendshape.JAW_OPEN));
  }

  /** Wants what the source shows. */
  private static final class Copies implements ExpressionTransfer {
    @Override
    public Motion plan(Performance source, EncodedFace target, TransferOptions options) {
      return still(source.shown(), target);
    }

    @Override
    public Motion plan(Edit edit, EncodedFace target) {
      return still(edit.of(target.expression()), target);
    }

    private static Motion still(Expression wanted, EncodedFace target) {
      Landmarks points = target.face().landmarks();
      return new Motion(wanted, points, points);
    }
  }

  /** A round face in the middle row. */
  private static Face face(int x, int across, float jawOpen) {
    float[] xyz = new float[3 * Landmarks.COUNT];
    for (int i = 0; i < Landmarks.COUNT; i++) {
      xyz[3 * i] = x;
      xyz[3 * i + 1] = 100;
    }
    int[] outline = FaceMesh.outline();
    for (int i = 0; i < outline.length; i++) {
      double angle = 2 * Math.PI * i / outline.length;
      xyz[3 * outline[i]] += (float) (across / 2.0 * Math.sin(angle));
      xyz[3 * outline[i] + 1] -= (float) (across / 2.0 * Math.cos(angle));
    }
    xyz[3 * FaceMesh.RIGHT_EYE_OUTER] -= across / 4f;
    xyz[3 * FaceMesh.LEFT_EYE_OUTER] += across / 4f;
    Landmarks points = Landmarks.of(xyz);
    return new Face(
        new Detection(points.bounds(), 1, new float[10]), points, jawOpen, new float[0]);
  }

  private static List<Integer> shown(GroupResult result) {
    return List.of(
        result.image().sample(100, 100, 0),
        result.image().sample(300, 100, 0),
        result.image().sample(420, 100, 0));
  }

  @Test
  void facesAreCountedFromLeftToRightWithoutThoseTooSmall() {
    Group group = mien.group(family);

    assertThat(group.faces())
        .extracting(face -> face.face().landmarks().x(FaceMesh.NOSE_TIP))
        .containsExactly(100f, 300f, 420f);
    assertThat(mien.sources(friends))
        .extracting(source -> source.performance().shown().get(Blendshape.JAW_OPEN))
        .containsExactly(0.8f, 0.9f);
  }

  @Test
  void thoseWhoAreMeantChange() {
    Group group = mien.group(family);

    assertThat(shown(group.show(FaceChoice.all(), OPEN))).containsExactly(70, 70, 70);
    assertThat(shown(group.show(FaceChoice.largest(), OPEN))).containsExactly(0, 70, 0);
    assertThat(shown(group.show(FaceChoice.at(2), OPEN))).containsExactly(0, 0, 70);
    assertThat(shown(group.show(FaceChoice.nearest(20, 10), OPEN))).containsExactly(70, 0, 0);
    assertThat(shown(group.show(FaceChoice.nearest(410, 100), OPEN))).containsExactly(0, 0, 70);
    assertThat(group.show(FaceChoice.at(2), OPEN).motions()).containsOnlyKeys(2);
    assertThat(family.data()).containsOnly(0);
  }

  @Test
  void sourcesDriveThoseTheyAreCastFor() {
    Group group = mien.group(family);
    List<Source> sources = mien.sources(friends);

    assertThat(shown(group.show(sources, Casting.inOrder(), TransferOptions.DEFAULT)))
        .containsExactly(80, 90, 0);
    assertThat(shown(group.show(sources, Casting.oneToAll(1), TransferOptions.DEFAULT)))
        .containsExactly(90, 90, 90);
    assertThat(shown(group.show(sources, Casting.byIndex(Map.of(2, 0)), TransferOptions.DEFAULT)))
        .containsExactly(0, 0, 80);
    assertThat(shown(group.show(FaceChoice.at(0), sources.get(1)))).containsExactly(90, 0, 0);
  }

  @Test
  void afaceThatIsNotThereIsNamedWithHowManyThereAre() {
    Group group = mien.group(family);
    List<Source> sources = mien.sources(friends);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> group.show(FaceChoice.at(3), OPEN))
        .withMessage("there is no face 3: there are 3, from left to right 0 to 2");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> group.show(sources, Casting.oneToAll(2), TransferOptions.DEFAULT))
        .withMessage("there is no source 2: there are 2, from left to right 0 to 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> group.show(Map.of(-1, sources.get(0)), TransferOptions.DEFAULT))
        .withMessageContaining("no face -1");
  }

  @Test
  void aPictureWithoutAUsableFaceIsRefused() {
    Image wall = Image.create(50, 50, 3);
    pictures.put(friends, List.of(face(100, 20, 0)));

    assertThatThrownBy(() -> mien.group(wall))
        .isInstanceOf(NoFaceException.class)
        .hasMessageContaining("target");
    assertThatThrownBy(() -> mien.sources(friends))
        .isInstanceOf(FaceTooSmallException.class)
        .hasMessageContaining("source");
  }

  @Test
  void timesAreReportedByStage() {
    Group group = mien.group(family);

    assertThat(group.times()).containsOnlyKeys(Stage.ALIGN, Stage.ENCODE);
    assertThat(group.show(FaceChoice.all(), OPEN).times())
        .containsOnlyKeys(Stage.TRANSFER, Stage.RECONSTRUCT);
  }
}
