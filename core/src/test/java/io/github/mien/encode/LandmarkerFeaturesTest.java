package io.github.mien.encode;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mien.expression.Blendshape;
import io.github.mien.face.Detection;
import io.github.mien.face.Face;
import io.github.mien.image.Image;
import org.junit.jupiter.api.Test;

class LandmarkerFeaturesTest extends FeatureExtractorContract {

  @Override
  FeatureExtractor features() {
    return new LandmarkerFeatures();
  }

  @Test
  void refusesAFaceThatAnotherModelFound() {
    Face known = FaceInPhoto.showing(Blendshape.JAW_OPEN).face();
    Detection detection = known.detection();
    Face foreign = new Face(detection, known.landmarks(), 1, new float[0]);

    assertThatThrownBy(() -> features().extract(Image.create(9, 9, 3), foreign))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("0 features")
        .hasMessageContaining("160");
  }
}
