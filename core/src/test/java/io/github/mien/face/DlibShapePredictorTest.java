package io.github.mien.face;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.mien.image.Affine;
import io.github.mien.image.Image;
import io.github.mien.image.Rect;
import io.github.mien.image.io.Images;
import io.github.mien.model.ModelException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against dlib itself: {@code dlib/golden.cpp} made the predictor, the pictures and the points. */
class DlibShapePredictorTest {
  @TempDir private Path folder;

  /**
   * @param rounded x, y of the points as dlib gives them
   * @param exact before it rounds them
   */
  private record Example(String name, Image picture, Rect box, double[] rounded, double[] exact) {}

  private static byte[] resource(String name) throws IOException {
    try (InputStream in = DlibShapePredictorTest.class.getResourceAsStream("dlib/" + name)) {
      return Objects.requireNonNull(in, name).readAllBytes();
    }
  }

  private static List<Example> examples() throws IOException {
    String[] lines = new String(resource("points.txt"), StandardCharsets.US_ASCII).split("\n");
    List<Example> examples = new ArrayList<>();
    for (int line = 1; line < lines.length; line += 69) {
      String[] head = lines[line].split(" ");
      Rect box =
          new Rect(
              Integer.parseInt(head[1]),
              Integer.parseInt(head[2]),
              Integer.parseInt(head[3]),
              Integer.parseInt(head[4]));
      double[] rounded = new double[2 * 68];
      double[] exact = new double[2 * 68];
      for (int point = 0; point < 68; point++) {
        String[] numbers = lines[line + 1 + point].split(" ");
        for (int axis = 0; axis < 2; axis++) {
          rounded[2 * point + axis] = Double.parseDouble(numbers[axis]);
          exact[2 * point + axis] = Double.parseDouble(numbers[2 + axis]);
        }
      }
      examples.add(new Example(head[0], Images.read(resource(head[0])), box, rounded, exact));
    }
    return examples;
  }

  private DlibShapePredictor predictor() throws IOException {
    return DlibShapePredictor.read(written(resource("predictor.dat")));
  }

  private Path written(byte[] bytes) throws IOException {
    return Files.write(folder.resolve("predictor.dat"), bytes);
  }

  @Test
  void givesThePointsThatDlibGives() throws IOException {
    DlibShapePredictor predictor = predictor();

    assertThat(examples()).hasSize(6);
    for (Example example : examples()) {
      double[] points = predictor.predict(example.picture(), example.box());

      assertThat(points).as(example.name()).containsExactly(example.exact(), within(1e-3));
      for (int i = 0; i < points.length; i++) {
        assertThat(Math.floor(points[i] + 0.5)).isEqualTo(example.rounded()[i]);
      }
    }
  }

  @Test
  void knowsHowManyPointsItGives() throws IOException {
    assertThat(predictor().points()).isEqualTo(68);
  }

  @Test
  void pixelsOutsideThePictureAreBlack() throws IOException {
    Example example = examples().get(0);
    Image cut = example.picture().view(new Rect(0, 0, 60, 60)).copy();
    Image black = Image.create(120, 120, 3);
    cut.copyTo(black.view(new Rect(0, 0, 60, 60)));

    assertThat(predictor().predict(cut, example.box()))
        .isEqualTo(predictor().predict(black, example.box()));
  }

  @Test
  void findsTheBoxOfAFaceThatWasFoundByOtherMeans() throws IOException {
    Example example = examples().get(0);
    float[] xyz = new float[3 * Landmarks.COUNT];
    int[] ibug = FaceMesh.ibug68();
    for (int i = 0; i < ibug.length; i++) {
      xyz[3 * ibug[i]] = (float) example.exact()[2 * i];
      xyz[3 * ibug[i] + 1] = (float) example.exact()[2 * i + 1];
    }
    Landmarks points = Landmarks.of(xyz);
    Face face = new Face(new Detection(points.bounds(), 1, new float[10]), points, 1, new float[0]);
    DlibShapePredictor predictor = predictor();

    double[] found = predictor.predict(example.picture(), face);
    Image twice = Image.create(240, 240, 3);
    for (int y = 0; y < 240; y++) {
      for (int x = 0; x < 240; x++) {
        int from = example.picture().index(x / 2, y / 2);
        System.arraycopy(example.picture().data(), from, twice.data(), twice.index(x, y), 3);
      }
    }
    Landmarks larger = points.map(Affine.similarity(2, 0, 0.5, 0.5));
    Face same = new Face(new Detection(larger.bounds(), 1, new float[10]), larger, 1, new float[0]);
    double[] scaled = predictor.predict(twice, same);

    for (int i = 0; i < found.length; i++) {
      assertThat(found[i]).isCloseTo(example.exact()[i], within(6.0));
      assertThat(scaled[i]).isCloseTo(2 * found[i] + 0.5, within(6.0));
    }
  }

  @Test
  void saysThatAFileIsCutOff() throws IOException {
    byte[] bytes = resource("predictor.dat");
    Path cut = written(Arrays.copyOf(bytes, bytes.length / 2));

    assertThatThrownBy(() -> DlibShapePredictor.read(cut))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("predictor.dat")
        .hasMessageContaining("cut-off");
  }

  @Test
  void saysThatAFileIsPackedOrOfAnotherKind() throws IOException {
    Path packed = written("BZh91AY&SY".getBytes(StandardCharsets.US_ASCII));

    assertThatThrownBy(() -> DlibShapePredictor.read(packed))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("unpacked");
  }

  @Test
  void refusesNumbersThatDoNotGoTogether() throws IOException {
    byte[] bytes = resource("predictor.dat");
    bytes[1] = 2;
    Path later = written(bytes);

    assertThatThrownBy(() -> DlibShapePredictor.read(later))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("version 1");
  }
}
