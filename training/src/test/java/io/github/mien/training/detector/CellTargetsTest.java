package io.github.mien.training.detector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.mien.face.AnchorFreeFaceDetector;
import io.github.mien.face.Box;
import io.github.mien.face.Detection;
import io.github.mien.face.DetectorGrid;
import io.github.mien.image.Image;
import io.github.mien.image.ImageKernels;
import io.github.mien.inference.InferenceSession;
import io.github.mien.inference.Tensor;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CellTargetsTest {
  private static final int SIZE = 320;
  private static final DetectorGrid GRID = new DetectorGrid(SIZE, SIZE);

  @ParameterizedTest(name = "{0} pixels high")
  @ValueSource(ints = {10, 36, 40, 70, 90, 150, 300})
  void whatTrainingAsksForIsWhatTheDetectorReads(int height) {
    LabelledFace face = face(160, 150, height, true);

    List<Detection> read = read(new CellTargets(GRID, List.of(face)));

    assertThat(read).hasSize(1);
    Box box = read.get(0).box();
    // Pixel edges are whole numbers in training, pixel centres in pictures.
    assertThat(box.x0() + 0.5).isCloseTo(face.box().x0(), within(1e-3));
    assertThat(box.y1() + 0.5).isCloseTo(face.box().y1(), within(1e-3));
    for (int k = 0; k < 10; k++) {
      assertThat(read.get(0).points()[k] + 0.5f).isCloseTo(face.points()[k], within(1e-3f));
    }
  }

  @Test
  void facesSideBySideAreTwo() {
    List<LabelledFace> faces = List.of(face(100, 100, 60, true), face(170, 110, 50, true));

    assertThat(read(new CellTargets(GRID, faces))).hasSize(2);
  }

  @Test
  void aFaceThatDoesNotCountIsNeitherAskedForNorForbidden() {
    CellTargets targets = new CellTargets(GRID, List.of(face(160, 160, 70, false)));

    assertThat(targets.cells()).isEmpty();
    assertThat(targets.weights()).contains(0f);
  }

  @Test
  void cellsFarFromAFaceMustBeSilent() {
    CellTargets targets = new CellTargets(GRID, List.of(face(40, 40, 20, true)));

    assertThat(targets.weights()[39 * 40 + 39]).isEqualTo(1);
    assertThat(targets.cells()).doesNotContain(39 * 40 + 39);
  }

  @Test
  void aMirroredFaceHasItsLeftEyeOnTheLeft() {
    LabelledFace face = face(100, 100, 60, true);

    LabelledFace mirror = face.mirrored(SIZE);

    assertThat(mirror.points()[0]).isLessThan(mirror.points()[2]);
    assertThat(mirror.box().x0()).isCloseTo(SIZE - face.box().x1(), within(1e-9));
    assertThat(mirror.mirrored(SIZE).points()).containsExactly(face.points(), within(1e-4f));
  }

  private static LabelledFace face(double x, double y, double height, boolean counted) {
    double h = height / 2;
    double w = 0.84 * h;
    float[] points = new float[10];
    double[][] places = {{-0.4, -0.3}, {0.42, -0.3}, {0.05, 0.1}, {-0.3, 0.5}, {0.3, 0.52}};
    for (int i = 0; i < 5; i++) {
      points[2 * i] = (float) (x + places[i][0] * w);
      points[2 * i + 1] = (float) (y + places[i][1] * h);
    }
    return new LabelledFace(new Box(x - w, y - h, x + w, y + h), points, counted);
  }

  /** What the detector makes of a network that says exactly what it should. */
  private static List<Detection> read(CellTargets targets) {
    float[] output = new float[GRID.cells() * DetectorGrid.VALUES];
    for (int i = 0; i < GRID.cells(); i++) {
      output[i * DetectorGrid.VALUES] = -9;
    }
    for (int i = 0; i < targets.cells().size(); i++) {
      int at = targets.cells().get(i) * DetectorGrid.VALUES;
      output[at] = 5;
      System.arraycopy(targets.values().get(i), 0, output, at + 1, CellTargets.VALUES);
    }
    return new AnchorFreeFaceDetector(new Says(output), ImageKernels.java(), SIZE, 0.5f)
        .detect(Image.create(SIZE, SIZE, 3));
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
      return Map.of("cells", Tensor.of(output, 1, GRID.cells(), DetectorGrid.VALUES));
    }

    @Override
    public void close() {}
  }
}
