package io.github.mien.face;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.mien.image.Image;
import io.github.mien.image.ImageKernels;
import io.github.mien.inference.InferenceSession;
import io.github.mien.inference.Tensor;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AnchorFreeFaceDetectorTest {

  @Test
  void aFaceSaidByACellComesBackInPixelsOfThePicture() {
    DetectorGrid grid = new DetectorGrid(448, 320);
    float[] output = DetectorGridTest.nothing(grid);
    int cell = grid.levels().get(1).first() + 3 * 28 + 5;
    output[cell * DetectorGrid.VALUES] = 4;
    output[cell * DetectorGrid.VALUES + 3] = (float) Math.log(2);
    output[cell * DetectorGrid.VALUES + 4] = (float) Math.log(3);

    List<Detection> faces = detector(output).detect(Image.create(1280, 960, 3));

    // The input is a third of the picture; cell 5, 3 of 16 pixels has its middle at 88, 56.
    assertThat(faces).hasSize(1);
    Box box = faces.get(0).box();
    assertThat((box.x0() + box.x1()) / 2).isCloseTo(88 * 1280.0 / 427 - 0.5, within(1e-4));
    assertThat((box.y0() + box.y1()) / 2).isCloseTo(56 * 3 - 0.5, within(1e-4));
    assertThat(box.height()).isCloseTo(3 * 16 * 3, within(1e-4));
    assertThat(faces.get(0).points()[1]).isCloseTo(56 * 3 - 0.5f, within(1e-4f));
  }

  @Test
  void noFaceIsAnEmptyList() {
    float[] output = DetectorGridTest.nothing(new DetectorGrid(320, 320));

    assertThat(detector(output).detect(Image.create(50, 50, 4))).isEmpty();
  }

  @Test
  void settingsOutOfRangeAreRefused() {
    InferenceSession net = new Says(new float[0]);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> new AnchorFreeFaceDetector(net, ImageKernels.java(), 20, 0.5f))
        .withMessageContaining("64..2048");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new AnchorFreeFaceDetector(net, ImageKernels.java(), 320, 1))
        .withMessageContaining("between 0 and 1");
  }

  private static FaceDetector detector(float[] output) {
    return new AnchorFreeFaceDetector(new Says(output), ImageKernels.java(), 320, 0.5f);
  }

  /** Stands for the network. */
  private record Says(float[] output) implements InferenceSession {

    @Override
    public List<String> inputs() {
      return List.of("image");
    }

    @Override
    public List<String> outputs() {
      return List.of("cells");
    }

    @Override
    public Map<String, Tensor> run(Map<String, Tensor> inputs) {
      int[] shape = inputs.get("image").shape();
      int cells = new DetectorGrid(shape[3], shape[2]).cells();
      return Map.of("cells", Tensor.of(output, 1, cells, DetectorGrid.VALUES));
    }

    @Override
    public void close() {}
  }
}
