package io.github.mien.encode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.mien.expression.Blendshape;
import io.github.mien.image.ImageKernels;
import io.github.mien.inference.InferenceException;
import io.github.mien.inference.InferenceSession;
import io.github.mien.inference.Tensor;
import io.github.mien.model.ModelException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EmbeddingFeaturesTest extends FeatureExtractorContract {
  private static final String CARD =
      """
      {"size": 4, "layout": "NCHW", "channels": "RGB",
       "mean": [10, 20, 30], "scale": 0.5, "output": "map"}
      """;

  /** Gives its input again, as a map of 3 features; and the same without its places. */
  private static final class Echo implements InferenceSession {
    private Tensor seen = Tensor.of(new float[1], 1);

    @Override
    public List<String> inputs() {
      return List.of("picture");
    }

    @Override
    public List<String> outputs() {
      return List.of("flat", "map");
    }

    @Override
    public Map<String, Tensor> run(Map<String, Tensor> inputs) {
      seen = inputs.get("picture");
      return Map.of("map", seen, "flat", Tensor.of(seen.data().clone(), 1, seen.data().length));
    }

    @Override
    public void close() {}
  }

  @Override
  FeatureExtractor features() {
    return features(new Echo(), CARD);
  }

  private static FeatureExtractor features(InferenceSession net, String card) {
    return new EmbeddingFeatures(net, EmbeddingCard.parse(card, "card"), ImageKernels.java());
  }

  private static float[] extract(FeatureExtractor features) {
    FaceInPhoto shown = FaceInPhoto.showing(Blendshape.JAW_OPEN);
    return features.extract(shown.photo(), shown.face());
  }

  @Test
  void aMapIsAveragedOverItsPlacesAndScaledToLengthOne() {
    Echo net = new Echo();
    FeatureExtractor features = features(net, CARD);

    float[] read = extract(features);

    assertThat(net.seen.shape()).containsExactly(1, 3, 4, 4);
    float[] means = new float[3];
    for (int i = 0; i < net.seen.data().length; i++) {
      means[i / 16] += net.seen.data()[i] / 16;
    }
    assertThat(features.length()).isEqualTo(3);
    assertThat(read).containsExactly(UnitLength.of(means), within(1e-6f));
    assertThat(read[0] * read[0] + read[1] * read[1] + read[2] * read[2])
        .isCloseTo(1, within(1e-5f));
  }

  @Test
  void theFirstOutputIsTakenWhereTheCardNamesNone() {
    assertThat(features(new Echo(), CARD.replace(", \"output\": \"map\"", "")).length())
        .isEqualTo(48);
  }

  @Test
  void levelsAreShiftedScaledAndOrderedAsTheCardSays() {
    Echo rgb = new Echo(), bgr = new Echo();

    extract(features(rgb, CARD));
    extract(
        features(
            bgr,
            """
            {"size": 4, "layout": "NHWC", "channels": "BGR", "mean": [30, 20, 10], "scale": 0.5}
            """));

    assertThat(bgr.seen.shape()).containsExactly(1, 4, 4, 3);
    for (int pixel = 0; pixel < 16; pixel++) {
      for (int channel = 0; channel < 3; channel++) {
        assertThat(bgr.seen.data()[3 * pixel + 2 - channel])
            .isEqualTo(rgb.seen.data()[16 * channel + pixel]);
      }
    }
  }

  @Test
  void placesOfTheOtherLayoutAreAveragedAsWell() {
    String other = CARD.replace("NCHW", "NHWC");

    assertThat(extract(features(new Echo(), other)))
        .containsExactly(extract(features(new Echo(), CARD)), within(1e-5f));
  }

  @Test
  void anOutputThatTheNetworkLacksIsNamed() {
    assertThatThrownBy(() -> features(new Echo(), CARD.replace("\"map\"", "\"fc7\"")))
        .isInstanceOf(InferenceException.class)
        .hasMessageContaining("fc7");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"size\": 4 | \"size\": 0 | \"size\" lies in 1..2048, not 0",
        "\"size\": 4 | \"width\": 4 | \"width\" is not part of a card",
        "\"size\": 4, | '' | \"size\" must be there and be a number",
        "\"NCHW\" | \"HWC\" | \"layout\" must be \"NCHW\" or \"NHWC\"",
        "[10, 20, 30] | [10, 20] | \"mean\" must be there and be a number, or a list of three",
        "[10, 20, 30] | [10, 20, true] | \"mean\" must have numbers",
        "\"scale\": 0.5 | \"scale\": 0.5, \"side\": 0 | \"side\" is above 0",
        "\"scale\" | scale | expected",
      })
  void aCardThatIsWrongSaysWhere(String part, String instead, String message) {
    assertThatThrownBy(() -> EmbeddingCard.parse(CARD.replace(part, instead), "arcface.json"))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("arcface.json")
        .hasMessageContaining(message);
  }
}
