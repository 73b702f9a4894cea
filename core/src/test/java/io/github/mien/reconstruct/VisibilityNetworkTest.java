package io.github.mien.reconstruct;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mien.face.Landmarks;
import io.github.mien.image.Image;
import io.github.mien.image.ImageKernels;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class VisibilityNetworkTest {
  private static final int SIZE = VisibilityNetwork.SIZE;

  private final Landmarks face = DrawnFace.landmarks(160, 150, 150);
  private final float[] hidden = new float[SIZE * SIZE];

  private double found() {
    FacePhoto photo = DrawnFace.photo(Image.create(320, 320, 3), face);
    return new VisibilityNetwork(StandInNetwork.finding(hidden), ImageKernels.java())
        .find(photo)
        .hidden(face);
  }

  private void patch(int from, int side, float share) {
    for (int y = from; y < from + side; y++) {
      Arrays.fill(hidden, y * SIZE + from, y * SIZE + from + side, share);
    }
  }

  @Test
  void aPatchThatIsSureIsInFront() {
    patch(75, 30, 0.9f);

    assertThat(found()).isBetween(0.04, 0.12);
  }

  @Test
  void whatIsDoubtfulIsFace() {
    patch(75, 30, 0.7f);

    assertThat(found()).isZero();
  }

  @Test
  void aSpeckIsFace() {
    patch(75, 6, 1f);

    assertThat(found()).isZero();
  }

  @Test
  void theSoftRimOfAPatchBelongsToIt() {
    patch(75, 30, 0.75f);
    double rim = found();
    patch(78, 24, 0.95f);

    assertThat(rim).isZero();
    assertThat(found()).isBetween(0.03, 0.12);
  }
}
