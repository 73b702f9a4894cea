package io.github.mien.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mien.FaceChoice;
import io.github.mien.Group;
import io.github.mien.GroupResult;
import io.github.mien.Mien;
import io.github.mien.Source;
import io.github.mien.encode.EncodedFace;
import io.github.mien.expression.Preset;
import io.github.mien.expression.Presets;
import io.github.mien.face.Box;
import io.github.mien.face.FaceArea;
import io.github.mien.face.Landmarks;
import io.github.mien.image.Image;
import io.github.mien.image.io.Images;
import io.github.mien.transfer.TransferOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Group pictures composed of the sample faces, from pixels to pixels. */
class GroupsTest {
  private static final Preset LAUGH = Presets.embedded().get("laugh");
  private static Mien mien;

  @TempDir Path folder;

  @BeforeAll
  static void open() {
    mien = Mien.create();
  }

  @AfterAll
  static void close() {
    mien.close();
  }

  /** Four in a row. */
  private static Image row() {
    GroupScene scene = new GroupScene(mien, 1000, 400);
    int x = 140;
    for (SampleFace face : SampleFace.values()) {
      scene.add(face, 130 + x % 50, x, 200);
      x += 235;
    }
    return scene.picture();
  }

  private static int changed(Image before, Image after, Landmarks face) {
    FaceArea area = FaceArea.of(face);
    int changed = 0;
    Box box = area.bounds();
    for (int y = (int) box.y0(); y < box.y1(); y++) {
      for (int x = (int) box.x0(); x < box.x1(); x++) {
        if (area.contains(x, y)) {
          for (int c = 0; c < 3; c++) {
            changed += before.sample(x, y, c) == after.sample(x, y, c) ? 0 : 1;
          }
        }
      }
    }
    return changed;
  }

  private static Landmarks points(EncodedFace face) {
    return face.face().landmarks();
  }

  @Test
  void thoseWhoAreMeantChangeAndNobodyElse() {
    Group group = mien.group(row());

    assertThat(group.faces()).hasSize(4);
    for (int i = 0; i < 4; i++) {
      GroupResult result = group.show(FaceChoice.at(i), LAUGH);
      for (int j = 0; j < 4; j++) {
        int changed = changed(group.image(), result.image(), points(group.faces().get(j)));
        if (i == j) {
          assertThat(changed).as("face %d", j).isGreaterThan(1000);
        } else {
          assertThat(changed).as("face %d when face %d changes", j, i).isZero();
        }
      }
    }
  }

  @Test
  void aGroupOfOneLooksLikeATarget() {
    Image photo = SampleFace.YOUNG_WOMAN.load();

    Image one = mien.target(photo).show(LAUGH).image();
    Group group = mien.group(photo);

    assertThat(group.faces()).hasSize(1);
    assertThat(
            FacePixels.of(mien.target(photo))
                .psnr(group.show(FaceChoice.all(), LAUGH).image(), one))
        .isGreaterThan(45);
  }

  @Test
  void theNearerOfTwoStaysInFront() {
    GroupScene scene = new GroupScene(mien, 600, 420);
    Landmarks behind = scene.add(SampleFace.OLDER_MAN, 180, 200, 200);
    Landmarks front = scene.add(SampleFace.YOUNG_WOMAN, 210, 375, 215);
    Group group = mien.group(scene.picture());
    assertThat(group.faces()).hasSize(2);

    Image moved = group.show(FaceChoice.at(0), LAUGH).image();
    assertThat(changed(scene.picture(), moved, points(group.faces().get(1)))).isZero();
    assertThat(changed(scene.picture(), moved, behind)).isGreaterThan(1000);

    moved = group.show(FaceChoice.at(1), LAUGH).image();
    assertThat(changed(scene.picture(), moved, front)).isGreaterThan(1000);
  }

  @Test
  void facesOfFortyPixelsAreFoundInALargePhotoAndChange() {
    GroupScene scene = new GroupScene(mien, 2800, 2000);
    List<Landmarks> small = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      small.add(scene.add(SampleFace.values()[i], 41 + i, 300 + 450 * i, 700 + 40 * i));
    }
    assertThat(mien.align(scene.picture())).as("in one pass").hasSizeLessThan(4);

    Group group = mien.group(scene.picture());

    assertThat(group.faces()).hasSize(4);
    Image all = group.show(FaceChoice.all(), LAUGH).image();
    for (int i = 0; i < 4; i++) {
      Landmarks found = points(group.faces().get(i));
      assertThat(found.distance(small.get(i))).isLessThan(0.03 * found.eyeDistance());
      assertThat(changed(scene.picture(), all, found)).isGreaterThan(500);
    }
  }

  @Test
  void thePeopleOfAnotherPhotoFindThemselves() {
    GroupScene others = new GroupScene(mien, 1000, 400);
    SampleFace[] reversed = {
      SampleFace.MAN_MOUTH_OPEN,
      SampleFace.OLDER_MAN,
      SampleFace.YOUNG_WOMAN,
      SampleFace.WOMAN_SMILING
    };
    for (int i = 0; i < 4; i++) {
      others.add(reversed[i], 170 - 10 * i, 140 + 235 * i, 200);
    }
    List<EncodedFace> sources = mien.sources(others.picture()).stream().map(Source::face).toList();

    assertThat(mien.bestMatch().assign(mien.group(row()).faces(), sources))
        .containsEntry(0, 3)
        .containsEntry(1, 2)
        .containsEntry(2, 1)
        .containsEntry(3, 0);
  }

  private Path save(Image image, String name) throws IOException {
    Path file = folder.resolve(name);
    Images.write(image, file);
    return file;
  }

  @Test
  void commandsChangeTheFacesThatAreNamed() throws IOException {
    Path photo = save(row(), "row.png");
    Path out = folder.resolve("out.png");
    List<EncodedFace> faces = mien.group(Images.read(photo)).faces();
    List<String> changing = new ArrayList<>();
    for (String who : List.of("2", "largest", "nearest:880,200", "all")) {
      Cli cli = Cli.run("preset", "laugh", "--target", photo, "--out", out, "--face", who);
      assertThat(cli.code()).as(cli.err()).isZero();
      StringBuilder places = new StringBuilder();
      for (int i = 0; i < 4; i++) {
        if (changed(Images.read(photo), Images.read(out), points(faces.get(i))) > 0) {
          places.append(i + 1);
        }
      }
      changing.add(places.toString());
    }

    assertThat(changing.get(0)).isEqualTo("2");
    assertThat(changing.get(1)).hasSize(1);
    assertThat(changing.get(2)).isEqualTo("4");
    assertThat(changing.get(3)).isEqualTo("1234");
  }

  @Test
  void aReportSaysWhoDroveWhom() throws IOException {
    Path photo = save(row(), "row.png");
    Path json = folder.resolve("report.json");

    Cli cli =
        Cli.run(
            "transfer",
            "--source",
            photo,
            "--source-face",
            "1=3,4=2",
            "--target",
            photo,
            "--out",
            folder.resolve("out.png"),
            "--json",
            json);

    assertThat(cli.code()).as(cli.err()).isZero();
    assertThat(Files.readString(json).replaceAll("\\s", ""))
        .contains("\"face\":1,\"sourceFace\":3,", "\"face\":4,\"sourceFace\":2,");
  }

  @Test
  void aFaceThatIsNotThereIsOneLineWithHowManyThereAre() throws IOException {
    Path photo = save(row(), "row.png");
    Path out = folder.resolve("out.png");

    Cli target =
        Cli.run("edit", "--set", "jawOpen=1", "--target", photo, "--out", out, "--face", 5);
    Cli source =
        Cli.run("transfer", "--source", photo, "--source-face", 7, "--target", photo, "--out", out);

    for (Cli cli : List.of(target, source)) {
      assertThat(cli.code()).isEqualTo(ExitCode.USAGE.number());
      assertThat(cli.errorLines()).hasSize(1);
      assertThat(cli.err()).contains("row.png", "4 were found, numbered from 1 on the left");
    }
    assertThat(target.err()).contains("no face 5");
    assertThat(source.err()).contains("no face 7");
    assertThat(out).doesNotExist();
  }

  @Test
  void whatIsNoChoiceOfFacesIsOneLine() throws IOException {
    Path photo = save(SampleFace.OLDER_MAN.load(), "one.png");
    Path out = folder.resolve("out.png");
    for (String[] wrong :
        new String[][] {
          {"--face", "0", "numbered from 1"},
          {"--face", "left", "'left' is none of"},
          {"--face", "nearest:3", "'nearest:3' is none of"},
          {"--source-face", "all", "in-order and best-match"},
          {"--source-face", "1=2,1=3", "each target once"},
          {"--source-face", "1=a", "pairs of numbers"}
        }) {
      Cli cli =
          Cli.run(
              "transfer", "--source", photo, "--target", photo, "--out", out, wrong[0], wrong[1]);

      assertThat(cli.code()).isEqualTo(ExitCode.USAGE.number());
      assertThat(cli.errorLines()).hasSize(1);
      assertThat(cli.err()).contains("'" + wrong[0] + "'", wrong[2]);
    }
  }

  @Test
  void optionsReachEveryFace() {
    Group group = mien.group(row());

    Image none =
        group.show(FaceChoice.all(), LAUGH, TransferOptions.DEFAULT.withStrength(0)).image();

    assertThat(none.data()).isEqualTo(group.image().data());
  }
}
