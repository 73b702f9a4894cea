package io.github.mien.training.detector;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mien.FaceChoice;
import io.github.mien.Group;
import io.github.mien.Mien;
import io.github.mien.expression.Preset;
import io.github.mien.expression.Presets;
import io.github.mien.face.Box;
import io.github.mien.face.FaceArea;
import io.github.mien.image.Image;
import io.github.mien.image.ImageKernels;
import io.github.mien.testkit.SharedData;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Groups of validation portraits: nobody's face changes who was not asked for. */
class GroupPicturesTest {
  private static final Preset LAUGH = Presets.embedded().get("laugh");

  private static GroupPictures groups;
  private static Mien mien;

  @BeforeAll
  static void open() throws IOException {
    Path portraits = SharedData.require("data/portraits");
    Path scenes = SharedData.require("data/scenes");
    ImageKernels kernels = ImageKernels.java();
    groups =
        new GroupPictures(
            People.forValidation(portraits.getParent(), kernels), Scenes.heldOut(scenes), kernels);
    mien = Mien.create();
  }

  @AfterAll
  static void close() {
    if (mien != null) {
      mien.close();
    }
  }

  private static Group group(int people, double spacing) {
    GroupPictures.Arrangement arrangement = new GroupPictures.Arrangement(people, 60, 120, spacing);
    return mien.group(groups.compose(people, 1000, 700, arrangement).picture());
  }

  private static boolean changed(Image before, Image after, Box box, FaceArea area) {
    for (int y = (int) Math.max(0, box.y0()); y < Math.min(before.height(), box.y1()); y++) {
      for (int x = (int) Math.max(0, box.x0()); x < Math.min(before.width(), box.x1()); x++) {
        int p = before.index(x, y);
        if (area.contains(x, y)
            && !Arrays.equals(before.data(), p, p + 3, after.data(), p, p + 3)) {
          return true;
        }
      }
    }
    return false;
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 5, 12})
  void ofPeopleSideBySideOnlyTheOneMeantChanges(int people) {
    Group group = group(people, 1.8);

    assertThat(group.faces()).hasSizeGreaterThan(people / 2);
    for (int moved = 0; moved < group.faces().size(); moved++) {
      Image out = group.show(FaceChoice.at(moved), LAUGH).image();
      for (int i = 0; i < group.faces().size(); i++) {
        FaceArea area = FaceArea.of(group.faces().get(i).face().landmarks());
        assertThat(changed(group.image(), out, area.bounds(), area))
            .as("face %d of %d, when %d moves", i, people, moved)
            .isEqualTo(i == moved);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 6})
  void ofTwoThatOverlapAtMostOneChangesTheOther(int people) {
    Group group = group(people, 0.75);
    int faces = group.faces().size();
    boolean[][] changes = new boolean[faces][faces];
    for (int moved = 0; moved < faces; moved++) {
      Image out = group.show(FaceChoice.at(moved), LAUGH).image();
      for (int i = 0; i < faces; i++) {
        FaceArea area = FaceArea.of(group.faces().get(i).face().landmarks());
        changes[moved][i] = changed(group.image(), out, area.bounds(), area);
      }
    }

    for (int i = 0; i < faces; i++) {
      assertThat(changes[i][i]).isTrue();
      for (int j = 0; j < i; j++) {
        assertThat(changes[i][j] && changes[j][i]).as("faces %d and %d", i, j).isFalse();
      }
    }
  }
}
