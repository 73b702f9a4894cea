package io.github.mien;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mien.encode.EncodedFace;
import io.github.mien.expression.Blendshape;
import io.github.mien.expression.Edit;
import io.github.mien.expression.Expression;
import io.github.mien.expression.ExpressionCurve;
import io.github.mien.expression.Performance;
import io.github.mien.expression.Region;
import io.github.mien.face.Box;
import io.github.mien.face.Detection;
import io.github.mien.face.Face;
import io.github.mien.face.Landmarks;
import io.github.mien.image.Animation;
import io.github.mien.image.Frame;
import io.github.mien.image.FrameSource;
import io.github.mien.image.Image;
import io.github.mien.image.Metadata;
import io.github.mien.image.io.Images;
import io.github.mien.meme.AigcLabel;
import io.github.mien.meme.Marks;
import io.github.mien.meme.Provenance;
import io.github.mien.meme.Watermark;
import io.github.mien.model.ModelSpec;
import io.github.mien.model.ModelStore;
import io.github.mien.transfer.ExpressionTransfer;
import io.github.mien.transfer.Motion;
import io.github.mien.transfer.TransferOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the façade adds to its stages; the stages themselves are stand-ins. */
class MienTest {
  private final Map<Image, List<Face>> pictures = new IdentityHashMap<>();
  private final List<Image> aligned = new ArrayList<>();
  private final Image smile = Image.create(200, 200, 3);
  private final Image rest = Image.create(200, 200, 3);
  private final Image portrait = Image.create(300, 200, 3);
  private TransferOptions seen = TransferOptions.DEFAULT;
  private Mien mien;

  private final List<ConsentRequest> asked = new ArrayList<>();
  private Consent answer = Consent.GIVEN;

  @BeforeEach
  void build() throws IOException {
    pictures.put(smile, List.of(face(100, 0.8f)));
    pictures.put(rest, List.of(face(100, 0.1f)));
    pictures.put(portrait, List.of(face(120, 0.2f), face(60, 0.9f)));
    mien =
        Mien.builder()
            .aligner(image -> {
              aligned.add(image);
              return pictures.getOrDefault(image, List.of());
            })
            .encoder((image, face) -> Expression.NEUTRAL.with(Blendshape.JAW_OPEN, face.presence()))
            .transfer(new JawTransfer())
            .reconstructor((target, motion, source, out) -> out.data()[0] = 77)
            .consent(request -> {
              asked.add(request);
              return answer;
            })
            .build();
  }

  /** Adds up jaws and moves no point. */
  private final class JawTransfer implements ExpressionTransfer {
    @Override
    public Motion plan(Performance source, EncodedFace target, TransferOptions options) {
      seen = options;
      Expression atRest = Objects.requireNonNullElse(source.rest(), Expression.NEUTRAL);
      float wanted =
          target.expression().get(Blendshape.JAW_OPEN)
              + source.shown().get(Blendshape.JAW_OPEN)
              - atRest.get(Blendshape.JAW_OPEN);
      return still(Expression.NEUTRAL.with(Blendshape.JAW_OPEN, wanted), target);
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

  /** A face whose coefficient {@code jawOpen} is its presence. */
  private static Face face(float across, float jawOpen) {
    float[] xyz = new float[3 * Landmarks.COUNT];
    for (int i = 0; i < Landmarks.COUNT; i++) {
      xyz[3 * i] = i % 2 * across;
      xyz[3 * i + 1] = i / 2 % 2 * across;
    }
    Detection detection = new Detection(new Box(0, 0, across, across), 1, new float[10]);
    return new Face(detection, Landmarks.of(xyz), jawOpen, new float[0]);
  }

  @Test
  void theResultIsACopyOfTheTargetThatWasPaintedOn() {
    Image result = mien.transfer(smile, portrait).result().image();

    assertThat(result.data()).hasSameSizeAs(portrait.data()).isNotSameAs(portrait.data());
    assertThat(result.data()[0]).isEqualTo((byte) 77);
    assertThat(portrait.data()).containsOnly(0);
  }

  @Test
  void theLargestFaceOfSeveralIsTheOneThatChanges() {
    Target target = mien.target(portrait);

    assertThat(target.face().face()).isSameAs(pictures.get(portrait).get(0));
    assertThat(target.faces()).hasSize(2);
  }

  @Test
  void anotherFaceCanBeNamed() {
    Face second = mien.align(portrait).get(1);

    assertThat(mien.target(portrait, second).face().face()).isSameAs(second);
    assertThat(mien.source(portrait, second).performance().shown().get(Blendshape.JAW_OPEN))
        .isEqualTo(0.9f);
  }

  @Test
  void aMovingFaceIsFollowedAboveItsRest() throws IOException {
    List<Frame> frames = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      Image picture = Image.create(200, 200, 3);
      boolean open = i >= 8 && i < 14;
      boolean away = i == 3;
      pictures.put(picture, away ? List.of() : List.of(face(100, open ? 0.9f : 0.2f)));
      frames.add(new Frame(picture, 100));
    }

    ExpressionCurve curve = mien.follow(Animation.of(frames));

    assertThat(curve.seconds()).isEqualTo(2);
    assertThat(curve.at(0.3).get(Blendshape.JAW_OPEN)).isZero();
    assertThat(curve.at(1.3).get(Blendshape.JAW_OPEN)).isBetween(0.65f, 0.7001f);
    assertThatThrownBy(
            () -> mien.follow(Animation.of(List.of(new Frame(Image.create(9, 9, 3), 40)))))
        .isInstanceOf(NoFaceException.class);
  }

  @Test
  void theSameFaceIsFollowedWhenALargerOneComes() throws IOException {
    List<Frame> frames = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      Image picture = Image.create(200, 200, 3);
      Face small = face(100, i < 5 ? 0 : 0.5f);
      pictures.put(picture, i < 3 ? List.of(small) : List.of(face(160, 0.9f), small));
      frames.add(new Frame(picture, 100));
    }

    ExpressionCurve curve = mien.follow(Animation.of(frames));

    assertThat(curve.at(0.4).get(Blendshape.JAW_OPEN)).isZero();
    assertThat(curve.at(1).get(Blendshape.JAW_OPEN)).isBetween(0.4f, 0.51f);
  }

  @Test
  void anAnimationDrawsEachFrameOfTheCurveOnTheTarget() throws IOException {
    ExpressionCurve curve =
        ExpressionCurve.swell(Expression.NEUTRAL.with(Blendshape.JAW_OPEN, 0.5), 1);
    int before = aligned.size();
    Animation moving = mien.target(portrait).animate(curve, TransferOptions.DEFAULT, 30);

    int count = 0;
    int millis = 0;
    try (FrameSource frames = moving.open()) {
      for (Frame frame = frames.next(); frame != null; frame = frames.next()) {
        assertThat(frame.image().data()[0]).isEqualTo((byte) 77);
        count++;
        millis += frame.millis();
      }
    }

    assertThat(count).isEqualTo(30);
    assertThat(millis).isEqualTo(1000);
    assertThat(portrait.data()).containsOnly(0);
    assertThat(aligned).hasSize(before + 1);
  }

  @Test
  void aTargetIsAnalysedOnceForManyExpressions() {
    Target target = mien.target(portrait);
    aligned.clear();
    Source source = mien.source(smile);
    target.show(source);
    target.show(source, seen.withStrength(0.5));
    target.show(source.performance(), TransferOptions.DEFAULT);

    assertThat(aligned).containsExactly(smile);
  }

  @Test
  void thePersonAtRestIsWhatTheExpressionIsMeasuredAgainst() {
    Result result = mien.transfer(smile, portrait).sourceNeutral(rest).result();

    assertThat(result.motion().wanted().get(Blendshape.JAW_OPEN)).isEqualTo(0.9f);
  }

  @Test
  void strengthAndRegionsReachTheTransfer() {
    mien.transfer(smile, portrait).strength(0.4).regions(Region.EYES, Region.BROWS).result();

    assertThat(seen.strength()).isEqualTo(0.4);
    assertThat(seen.regions()).containsExactlyInAnyOrder(Region.EYES, Region.BROWS);
  }

  @Test
  void eachPictureIsAskedForBeforeAFaceIsPainted() {
    mien.transfer(smile, portrait).result();

    assertThat(asked)
        .containsExactly(
            new ConsentRequest(Role.SOURCE, 200, 200, pictures.get(smile)),
            new ConsentRequest(Role.TARGET, 300, 200, pictures.get(portrait)));
  }

  @Test
  void anExpressionWithoutAPhotoAsksForTheTargetAlone() {
    mien.target(portrait).show(Edit.parse("jawOpen=1"));

    assertThat(asked).extracting(ConsentRequest::role).containsExactly(Role.TARGET);
  }

  @Test
  void aFaceThatMovesIsAskedForOnceAndCarriesTheMarks() {
    ExpressionCurve curve = ExpressionCurve.swell(Expression.NEUTRAL, 1);

    Animation moving = mien.target(portrait).animate(curve, TransferOptions.DEFAULT, 10);

    assertThat(asked).extracting(ConsentRequest::role).containsExactly(Role.TARGET);
    assertThat(moving.metadata()).isEqualTo(Marks.DEFAULT.metadata());
  }

  @Test
  void findingAndReadingFacesAsksNobody() {
    mien.align(portrait);
    mien.source(smile);
    mien.target(portrait);

    assertThat(asked).isEmpty();
  }

  @Test
  void aRefusalStopsThePainting() {
    answer = Consent.refused("the person has not agreed");
    Target target = mien.target(portrait);

    assertThatThrownBy(() -> target.show(Edit.parse("jawOpen=1")))
        .isInstanceOfSatisfying(
            ConsentRefusedException.class, e -> assertThat(e.role()).isEqualTo(Role.TARGET))
        .hasMessage("the target picture may not be used: the person has not agreed");
    assertThatThrownBy(() -> mien.transfer(smile, portrait).result())
        .hasMessageStartingWith("the source picture may not be used");
  }

  @Test
  void whatIsWrittenSaysThatAMachineChangedIt(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("out.png");

    Result result = mien.transfer(smile, portrait).write(file);
    assertThat(Provenance.of(Images.metadata(file)))
        .isEqualTo(new Provenance(Provenance.CHANGED, null));
    assertThat(Images.read(file).data()).isEqualTo(result.image().data());

    result.write(file, Marks.NONE);
    assertThat(Images.metadata(file)).isEqualTo(Metadata.NONE);
  }

  @Test
  void anApplicationChoosesTheMarks(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("out.jpg");
    AigcLabel label = AigcLabel.generated("maker", "7");
    Marks marks = Marks.DEFAULT.withAigc(label).withWatermark();
    Mien own =
        Mien.builder()
            .aligner(image -> pictures.getOrDefault(image, List.of()))
            .encoder((image, face) -> Expression.NEUTRAL)
            .transfer(new JawTransfer())
            .reconstructor((target, motion, source, out) -> out.data()[0] = 77)
            .marks(marks)
            .build();

    own.transfer(smile, portrait).write(file);

    assertThat(own.marks()).isEqualTo(marks);
    assertThat(Provenance.of(Images.metadata(file)).aigc()).isEqualTo(label);
    assertThat(Watermark.isIn(Images.read(file))).isTrue();
  }

  @Test
  void onlyModelsInUseAreNamed() throws IOException {
    assertThat(mien.models()).isEmpty();

    try (Mien own = Mien.builder().aligner(image -> List.of()).build()) {
      assertThat(own.models())
          .extracting(ModelSpec::name)
          .containsExactly(ModelStore.EXPRESSION, ModelStore.REST);
    }
  }

  @Test
  void weightsGazeAndAShutMouthReachTheTransfer() {
    mien.transfer(smile, portrait).weight(Region.BROWS, 0.5).keepGaze().keepMouthClosed().result();

    assertThat(seen.weights()).containsEntry(Region.BROWS, 0.5).containsEntry(Region.MOUTH, 1.0);
    assertThat(seen.gaze()).isFalse();
    assertThat(seen.keepMouthClosed()).isTrue();
  }

  @Test
  void anEditSetsItsCoefficientsWhateverTheTargetShows() {
    Result result = mien.target(portrait).show(Edit.NONE.with(Blendshape.JAW_OPEN, 0.6));

    assertThat(result.motion().wanted().get(Blendshape.JAW_OPEN)).isEqualTo(0.6f);
    assertThat(result.image().data()[0]).isEqualTo((byte) 77);
  }

  @Test
  void timesAreReportedByStage() {
    Target target = mien.target(portrait);
    Source source = mien.source(smile);

    assertThat(source.times()).containsOnlyKeys(Stage.ALIGN, Stage.ENCODE);
    assertThat(target.times()).containsOnlyKeys(Stage.ALIGN, Stage.ENCODE);
    assertThat(target.show(source).times()).containsOnlyKeys(Stage.TRANSFER, Stage.RECONSTRUCT);
  }

  @Test
  void aPictureWithoutAFaceIsNamedByItsRole() {
    Image wall = Image.create(50, 50, 3);

    assertThat(mien.align(wall)).isEmpty();
    assertThatThrownBy(() -> mien.source(wall))
        .isInstanceOf(NoFaceException.class)
        .hasMessageContaining("source picture");
    assertThatThrownBy(() -> mien.source(smile, wall)).hasMessageContaining("source-neutral");
    assertThatThrownBy(() -> mien.target(wall)).hasMessageContaining("target picture");
  }

  @Test
  void aFaceOfAFewPixelsIsRefused() {
    pictures.put(smile, List.of(face(47, 1)));

    assertThatThrownBy(() -> mien.source(smile))
        .isInstanceOf(FaceTooSmallException.class)
        .hasMessageContaining("47 pixels")
        .hasMessageContaining("48");
  }

  @Test
  void closingTwiceIsFine() {
    mien.close();
    mien.close();
  }

  @Test
  void nothingIsEnlargedAfterClosing() {
    mien.close();

    assertThatThrownBy(() -> mien.enlarge(smile, 2))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("closed");
  }
}
