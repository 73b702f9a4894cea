package io.github.mien.training.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mien.face.Box;
import io.github.mien.face.Detection;
import io.github.mien.face.Face;
import io.github.mien.face.FaceAligner;
import io.github.mien.face.Landmarks;
import io.github.mien.model.ModelStore;
import io.github.mien.morphable.MorphableModel;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PairsFileTest {
  private static final int FACE = 32;
  private static final int NO_FACE = 16;

  @TempDir private Path folder;

  private final FaceReader reader = new FaceReader(ModelStore.embedded());
  private final float[] mean = MorphableModel.load(ModelStore.embedded()).mean();

  /** Large pictures show a face. */
  private final FaceAligner aligner =
      image -> image.width() == FACE ? List.of(face(Landmarks.of(mean))) : List.of();

  PairsFileTest() throws IOException {}

  private static Face face(Landmarks landmarks) {
    return new Face(
        new Detection(new Box(0, 0, 1, 1), 1, new float[10]), landmarks, 1, new float[0]);
  }

  @BeforeEach
  void photos() throws IOException {
    for (String name : List.of("a.png", "b.png", "c.png")) {
      picture(name, FACE);
    }
    picture("wall.png", NO_FACE);
  }

  private void picture(String name, int size) throws IOException {
    BufferedImage picture = new BufferedImage(size, size, BufferedImage.TYPE_INT_RGB);
    ImageIO.write(picture, "png", folder.resolve(name).toFile());
  }

  private String path(String name) {
    return folder.resolve(name).toAbsolutePath().toString();
  }

  private List<PhotoPair> read(String csv) throws IOException {
    Path file = Files.writeString(folder.resolve("pairs.csv"), csv);
    return new PairsFile(reader, aligner).read(file);
  }

  @Test
  void eachRowIsAPairOfThePersonThatItNames() throws IOException {
    List<PhotoPair> pairs = read("person,rest,expressive\nAnn,a.png,b.png\nAnn,a.png,c.png\n");

    assertThat(pairs).extracting(PhotoPair::person).containsExactly("Ann", "Ann");
    assertThat(pairs.get(0).rest().shape()).hasSize(mean.length);
    assertThat(pairs.get(0).rest().seen()).hasSize(1);
  }

  @Test
  void withoutNamesThePhotosAtRestTellPeopleApart() throws IOException {
    List<PhotoPair> pairs = read("rest,expressive\na.png,b.png\na.png,c.png\nb.png,c.png\n");

    assertThat(pairs)
        .extracting(PhotoPair::person)
        .containsExactly(path("a.png"), path("a.png"), path("b.png"));
  }

  @Test
  void aPairWithoutAFaceIsLeftOut() throws IOException {
    assertThat(read("rest,expressive\na.png,wall.png\nb.png,c.png\n")).hasSize(1);
  }

  @Test
  void aRowWithoutAPhotoIsNamed() {
    assertThatThrownBy(() -> read("rest,smiling\na.png,b.png\n"))
        .isInstanceOf(IOException.class)
        .hasMessageEndingWith(
            "pairs.csv, line 2: no expressive; each row names a photo at rest and one with"
                + " expression");
  }
}
