package io.github.mien.matte;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mien.face.Landmarks;
import io.github.mien.image.Image;
import io.github.mien.image.ImageKernels;
import io.github.mien.inference.InferenceSession;
import io.github.mien.inference.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class HeadMatteNetworkTest {
  private static final int SIZE = HeadMatteNetwork.SIZE;

  private final float[] alpha = new float[SIZE * SIZE];

  @Test
  void whatIsNotConnectedWithTheFaceIsNotTheHead() {
    box(40, 40, 120, 160, 0.9f);
    box(130, 10, 150, 30, 1);

    Matte matte = find();

    assertThat(share(matte, 60, 60)).isEqualTo(0.9f);
    assertThat(share(matte, 140, 20)).isZero();
  }

  @Test
  void theFaceBelongsToTheHeadWhateverTheNetworkSays() {
    Matte matte = find();

    assertThat(share(matte, 80, 80)).isEqualTo(1);
    assertThat(share(matte, 20, 20)).isZero();
  }

  @Test
  void theSquareShowsTheHeadAroundTheFace() {
    Matte matte = find();

    assertThat(matte.crop().centerX()).isCloseTo(200, Offset.offset(1.0));
    assertThat(matte.crop().side()).isCloseTo(260, Offset.offset(3.0));
    assertThat(matte.crop().angle()).isZero();
  }

  private Matte find() {
    return new HeadMatteNetwork(new Same(alpha), ImageKernels.java())
        .find(Image.create(400, 400, 3), round());
  }

  /** Points on a circle of radius 50 around (200, 200). */
  private static Landmarks round() {
    float[] xyz = new float[3 * Landmarks.COUNT];
    for (int i = 0; i < Landmarks.COUNT; i++) {
      xyz[3 * i] = (float) (200 + 50 * Math.cos(i));
      xyz[3 * i + 1] = (float) (200 + 50 * Math.sin(i));
    }
    for (int corner : new int[] {33, 263}) {
      xyz[3 * corner] = corner == 33 ? 180 : 220;
      xyz[3 * corner + 1] = 190;
    }
    return Landmarks.of(xyz);
  }

  private void box(int left, int top, int right, int bottom, float share) {
    for (int y = top; y < bottom; y++) {
      Arrays.fill(alpha, y * SIZE + left, y * SIZE + right, share);
    }
  }

  private static float share(Matte matte, int x, int y) {
    return matte.shares()[y * SIZE + x];
  }

  /** Answers the same, whatever it is asked. */
  private record Same(float[] alpha) implements InferenceSession {
    @Override
    public List<String> inputs() {
      return List.of("picture");
    }

    @Override
    public List<String> outputs() {
      return List.of("alpha");
    }

    @Override
    public Map<String, Tensor> run(Map<String, Tensor> tensors) {
      return Map.of("alpha", Tensor.of(alpha, 1, 1, SIZE, SIZE));
    }

    @Override
    public void close() {}
  }
}
