package io.github.mien.reconstruct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.mien.expression.Expression;
import io.github.mien.face.FaceCrop;
import io.github.mien.face.FaceMesh;
import io.github.mien.face.Landmarks;
import io.github.mien.image.Image;
import io.github.mien.image.ImageKernels;
import io.github.mien.inference.InferenceSession;
import io.github.mien.inference.Tensor;
import io.github.mien.transfer.Motion;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FaceRendererTest {
  private static final int MORE = 51;

  private final Brightening network = new Brightening();
  private final FaceRenderer renderer = new FaceRenderer(network, ImageKernels.java());

  @ParameterizedTest
  @ValueSource(doubles = {0.5, 1, 3})
  void whatTheNetworkAddsShowsWhereTheFaceMovedAtAnySize(double size) {
    Landmarks face = DrawnFace.landmarks(160 * size, 150 * size, 160 * size);
    Image picture = grey((int) (320 * size), (int) (320 * size), 3);

    renderer.paint(smiling(face, 0.1), picture);

    int mouth = picture.sample((int) face.x(13), (int) face.y(13), 1);
    int beyond = picture.sample((int) (160 * size), (int) (10 * size), 1);
    assertThat(mouth).isBetween(100 + MORE - 1, 100 + MORE + 1);
    assertThat(beyond).isEqualTo(100);
  }

  @Test
  void onlyTheMouthAndItsSurroundingsArePainted() {
    Landmarks face = DrawnFace.landmarks(160, 150, 160);
    Image picture = grey(320, 320, 3);

    renderer.paint(smiling(face, 0.1), picture);

    for (int point : new int[] {FaceMesh.LEFT_IRIS, 9, FaceMesh.NOSE_TIP, 205}) {
      assertThat(picture.sample((int) face.x(point), (int) face.y(point), 0)).isEqualTo(100);
    }
  }

  @Test
  void fadesToNothing() {
    Landmarks face = DrawnFace.landmarks(160, 150, 160);
    Image picture = grey(320, 320, 3);

    renderer.paint(smiling(face, 0.1), picture);

    for (int y = 1; y < 320; y++) {
      for (int x = 1; x < 320; x++) {
        int level = picture.sample(x, y, 0);
        assertThat(Math.abs(level - picture.sample(x - 1, y, 0))).isLessThan(MORE / 5);
        assertThat(Math.abs(level - picture.sample(x, y - 1, 0))).isLessThan(MORE / 5);
      }
    }
  }

  @Test
  void aSmallMoveIsPaintedALittleAndNoneNotAtAll() {
    Landmarks face = DrawnFace.landmarks(160, 150, 160);
    Image still = grey(320, 320, 3);
    Image slight = grey(320, 320, 3);

    renderer.paint(smiling(face, 0), still);
    renderer.paint(smiling(face, 0.01), slight);

    assertThat(still.data()).isEqualTo(grey(320, 320, 3).data());
    assertThat(slight.sample((int) face.x(13), (int) face.y(13), 0))
        .isBetween(100 + 5, 100 + MORE - 5);
  }

  @Test
  void whatIsDrawnBetweenLipsFarApartStays() {
    Landmarks face = DrawnFace.landmarks(160, 150, 160);
    Motion agape = smiling(face, 0.4);
    Image picture = grey(320, 320, 3);

    renderer.paint(agape, picture);

    double middle = (agape.to().y(13) + agape.to().y(14)) / 2;
    assertThat(picture.sample((int) face.x(13), (int) middle, 0)).isEqualTo(100);
    assertThat(picture.sample((int) face.x(13), (int) agape.to().y(13) - 5, 0)).isGreaterThan(100);
  }

  @Test
  void alphaStays() {
    Landmarks face = DrawnFace.landmarks(160, 150, 160);
    Image picture = grey(320, 320, 4);

    renderer.paint(smiling(face, 0.1), picture);

    for (int i = 3; i < picture.data().length; i += 4) {
      assertThat(picture.data()[i]).isEqualTo((byte) 100);
    }
  }

  @Test
  void theNetworkSeesTheCropAndTheMapsOfTheMove() {
    Landmarks face = DrawnFace.landmarks(160, 150, 160);
    Motion motion = smiling(face, 0.1);

    renderer.paint(motion, grey(320, 320, 3));

    float[] maps = new float[RenderMaps.COUNT * FaceRenderer.MAP_SIZE * FaceRenderer.MAP_SIZE];
    FaceCrop crop = FaceCrop.of(ShownPoints.of(motion));
    RenderMaps.draw(face, ShownPoints.of(motion), crop, FaceRenderer.MAP_SIZE).write(maps, 0);
    assertThat(network.given.get("maps").data()).isEqualTo(maps);
    assertThat(network.given.get("picture").data()).containsOnly(100 * (1 / 255f));
    assertThat(network.given.get("seen").data()).containsOnly(1);
  }

  @Test
  void aFaceThatReachesBeyondThePictureIsPaintedAsFarAsItShows() {
    Image part = grey(60, 60, 3);
    Image whole = grey(320, 320, 3);

    renderer.paint(smiling(DrawnFace.landmarks(20, 15, 160), 0.1), part);
    renderer.paint(smiling(DrawnFace.landmarks(160, 155, 160), 0.1), whole);

    for (int y = 0; y < 60; y++) {
      for (int x = 0; x < 60; x++) {
        assertThat(part.sample(x, y, 0)).isCloseTo(whole.sample(x + 140, y + 140, 0), within(1));
      }
    }
  }

  private static Motion smiling(Landmarks face, double amount) {
    return new Motion(Expression.NEUTRAL, face, DrawnFace.smile(face, amount));
  }

  private static Image grey(int width, int height, int channels) {
    Image image = Image.create(width, height, channels);
    Arrays.fill(image.data(), (byte) 100);
    return image;
  }

  /** Adds a fifth of the range everywhere. */
  private static final class Brightening implements InferenceSession {
    private Map<String, Tensor> given = Map.of();

    @Override
    public List<String> inputs() {
      return List.of("picture", "seen", "maps");
    }

    @Override
    public List<String> outputs() {
      return List.of("change");
    }

    @Override
    public Map<String, Tensor> run(Map<String, Tensor> inputs) {
      given = inputs;
      float[] change = new float[3 * FaceRenderer.SIZE * FaceRenderer.SIZE];
      Arrays.fill(change, MORE / 255f);
      return Map.of("change", Tensor.of(change, 1, 3, FaceRenderer.SIZE, FaceRenderer.SIZE));
    }

    @Override
    public void close() {}
  }
}
