package io.github.mien.encode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mien.expression.Blendshape;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class JoinedFeaturesTest extends FeatureExtractorContract {
  private static final FeatureExtractor FIRST = new GeometryFeatures();
  private static final FeatureExtractor SECOND = new LandmarkerFeatures();

  @Override
  FeatureExtractor features() {
    return new JoinedFeatures(List.of(FIRST, SECOND));
  }

  @Test
  void areOneAfterTheOther() {
    FaceInPhoto shown = FaceInPhoto.showing(Blendshape.JAW_OPEN);

    float[] joined = features().extract(shown.photo(), shown.face());

    assertThat(Arrays.copyOf(joined, FIRST.length()))
        .isEqualTo(FIRST.extract(shown.photo(), shown.face()));
    assertThat(Arrays.copyOfRange(joined, FIRST.length(), joined.length))
        .isEqualTo(SECOND.extract(shown.photo(), shown.face()));
  }

  @Test
  void refuseToBeNone() {
    assertThatThrownBy(() -> new JoinedFeatures(List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("at least one");
  }
}
