package io.github.mien.encode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.mien.expression.Blendshape;
import io.github.mien.expression.Expression;
import io.github.mien.image.ImageKernels;
import io.github.mien.model.ModelException;
import io.github.mien.model.ModelStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EncoderMethodTest {
  private static final ModelStore STORE = ModelStore.embedded();

  @ParameterizedTest
  @EnumSource
  void isFoundByItsName(EncoderMethod method) {
    assertThat(EncoderMethod.named(method.label())).isEqualTo(method);
    assertThat(method.label()).matches("[a-z]+");
    assertThat(method.description()).isNotBlank().doesNotContain("\n");
  }

  @Test
  void aNameThatIsNoneIsRefusedWithThoseThereAre() {
    assertThatThrownBy(() -> EncoderMethod.named("magic"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("magic")
        .hasMessageContaining("landmarks, morphable, geometry, lbp, hog, texture, cnn, joined");
  }

  @ParameterizedTest
  @EnumSource
  void readsAFaceWithTheEmbeddedModels(EncoderMethod method) throws IOException {
    FaceInPhoto shown = FaceInPhoto.showing(Blendshape.JAW_OPEN);
    ExpressionEncoder encoder = method.load(STORE, ImageKernels.java());

    Expression read = encoder.encode(shown.photo(), shown.face());

    assertThat(method.models()).allMatch(STORE::has);
    assertThat(read.get(Blendshape.TONGUE_OUT)).isCloseTo(0, within(1e-3f));
    assertThat(read.pose().roll()).isCloseTo(Math.toDegrees(0.1), within(1.0));
    assertThat(encoder.encode(shown.photo(), shown.face())).isEqualTo(read);
  }

  @Test
  void measuresShowAnOpenJaw() throws IOException {
    ExpressionEncoder encoder = EncoderMethod.GEOMETRY.load(STORE, ImageKernels.java());
    FaceInPhoto open = FaceInPhoto.showing(Blendshape.JAW_OPEN);
    FaceInPhoto shut = FaceInPhoto.showing(Blendshape.TONGUE_OUT);

    assertThat(encoder.encode(open.photo(), open.face()).get(Blendshape.JAW_OPEN))
        .isGreaterThan(encoder.encode(shut.photo(), shut.face()).get(Blendshape.JAW_OPEN) + 0.1f);
  }

  @Test
  void aHeadOfOtherFeaturesIsRefused(@TempDir Path folder) throws IOException {
    Path foreign = Files.write(folder.resolve("head.bin"), STORE.read("head-geometry"));
    ModelStore store = STORE.with("head-hog", foreign);

    assertThatThrownBy(() -> EncoderMethod.HOG.load(store, ImageKernels.java()))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("head.inner")
        .hasMessageContaining("1764");
  }
}
