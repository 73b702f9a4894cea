package io.github.mien.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mien.Result;
import io.github.mien.Source;
import io.github.mien.Target;
import io.github.mien.expression.Blendshape;
import io.github.mien.expression.Expression;
import io.github.mien.expression.Performance;
import io.github.mien.expression.Preset;
import io.github.mien.expression.Presets;
import io.github.mien.image.Image;
import io.github.mien.image.ImageKernels;
import io.github.mien.transfer.TransferMethod;
import io.github.mien.transfer.TransferOptions;
import java.util.EnumMap;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** What holds for every transfer, from photos to pixels. */
class TransferInvariantsTest {
  private static final TransferOptions NONE = TransferOptions.DEFAULT.withStrength(0);
  private static final Map<TransferMethod, AnalysedFaces> FACES =
      new EnumMap<>(TransferMethod.class);

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

  /** Those that are not alike left and right, and large ones. */
  @Provide
  Arbitrary<Preset> somePresets() {
    return Arbitraries.of("wink-left", "smirk", "side-eye", "laugh", "yawn", "sad")
        .map(name -> Presets.embedded().get(name));
  }

  @Property
  void aSourceAtStrengthZeroReturnsTheTargetBitForBit(
      @ForAll TransferMethod method, @ForAll SampleFace shown, @ForAll SampleFace on) {
    AnalysedFaces faces = FACES.get(method);

    Result result = faces.target(on).show(faces.source(shown), NONE);

    assertThat(result.image().data()).isEqualTo(faces.target(on).image().data());
  }

  @Property
  void aSourceWithItsRestAtStrengthZeroReturnsTheTargetBitForBit(
      @ForAll TransferMethod method, @ForAll SampleFace rest, @ForAll SampleFace on) {
    AnalysedFaces faces = FACES.get(method);
    Performance performance =
        new Performance(
            faces.source(SampleFace.WOMAN_SMILING).performance().shown(),
            faces.source(rest).performance().shown());

    Result result = faces.target(on).show(performance, NONE);

    assertThat(result.image().data()).isEqualTo(faces.target(on).image().data());
  }

  @Property
  void aPresetAtStrengthZeroReturnsTheTargetBitForBit(
      @ForAll TransferMethod method, @ForAll("presets") Preset preset, @ForAll SampleFace on) {
    Target target = FACES.get(method).target(on);

    assertThat(target.show(preset, NONE).image().data()).isEqualTo(target.image().data());
  }

  @Property
  void aFaceShownItsOwnPhotoLooksTheSame(@ForAll TransferMethod method, @ForAll SampleFace face) {
    Target target = FACES.get(method).target(face);

    Result result = target.show(FACES.get(method).source(face));

    assertThat(FacePixels.of(target).psnr(result.image(), target.image())).isGreaterThan(45);
  }

  /** Read anew, the expression is a little another. */
  @Property
  void aFaceShownASmallCopyOfItsPhotoLooksTheSame(
      @ForAll TransferMethod method,
      @ForAll SampleFace face,
      @ForAll @IntRange(min = 7, max = 9) int tenths) {
    AnalysedFaces faces = FACES.get(method);
    Target target = faces.target(face);
    Image photo = target.image();
    Image copy = Image.create(photo.width() * tenths / 10, photo.height() * tenths / 10, 3);
    ImageKernels.java().resize(photo, copy);

    Result result = target.show(faces.mien().source(copy));

    assertThat(FacePixels.of(target).psnr(result.image(), photo)).isGreaterThan(45);
  }

  @Property
  void aMirroredPairGivesTheMirroredPicture(
      @ForAll TransferMethod method, @ForAll SampleFace shown, @ForAll SampleFace on) {
    AnalysedFaces faces = FACES.get(method);
    Target target = faces.target(on);

    Image result = target.show(faces.source(shown)).image();
    Image inTheMirror = faces.mirroredTarget(on).show(faces.mirroredSource(shown)).image();

    assertThat(FacePixels.of(target).difference(result, inTheMirror.mirrored())).isLessThan(1);
  }

  @Property
  void aMirroredPresetGivesTheMirroredPicture(
      @ForAll TransferMethod method, @ForAll("somePresets") Preset preset, @ForAll SampleFace on) {
    AnalysedFaces faces = FACES.get(method);
    Target target = faces.target(on);
    Performance mirrored = Performance.authored(mirrored(preset.performance().shown()));

    Image result = target.show(preset).image();
    Image inTheMirror = faces.mirroredTarget(on).show(mirrored, TransferOptions.DEFAULT).image();

    assertThat(FacePixels.of(target).difference(result, inTheMirror.mirrored())).isLessThan(1);
  }

  private static Expression mirrored(Expression expression) {
    float[] mirrored = new float[Blendshape.COUNT];
    for (Blendshape shape : Blendshape.values()) {
      mirrored[shape.mirrored().ordinal()] = expression.get(shape);
    }
    return Expression.of(mirrored, expression.pose());
  }

  /**
   * The landmarker reads a mirrored photo a little differently (its points are half a percent of
   * the eye distance off on average), so single pairs may differ by more.
   */
  @Property
  void mirroredPhotosGiveMirroredPicturesOnAverage(@ForAll TransferMethod method) {
    AnalysedFaces faces = FACES.get(method);
    Map<SampleFace, Source> inTheMirror = new EnumMap<>(SampleFace.class);
    for (SampleFace face : SampleFace.values()) {
      Image mirrored = faces.source(face).image().mirrored();
      inTheMirror.put(face, faces.mien().source(mirrored));
    }
    double sum = 0;
    int pairs = 0;
    for (SampleFace on : SampleFace.values()) {
      Target target = faces.target(on);
      Target mirror = faces.mien().target(target.image().mirrored());
      for (SampleFace shown : SampleFace.values()) {
        Image result = target.show(faces.source(shown)).image();
        Image mirrored = mirror.show(inTheMirror.get(shown)).image().mirrored();
        sum += FacePixels.of(target).difference(result, mirrored);
        pairs++;
      }
    }

    assertThat(sum / pairs).isLessThan(1);
  }
}
