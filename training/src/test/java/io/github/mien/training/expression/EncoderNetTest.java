package io.github.mien.training.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.mien.encode.LandmarkExpressionEncoder;
import io.github.mien.encode.PointNormalizer;
import io.github.mien.expression.Blendshape;
import io.github.mien.face.Landmarks;
import io.github.mien.model.NamedArrays;
import io.github.mien.training.data.ArrayFile;
import io.github.mien.training.net.LibTorch;
import io.github.mien.training.net.Parameters;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.Test;

class EncoderNetTest {
  private static final int COUNT = Landmarks.COUNT;
  private final SplittableRandom random = new SplittableRandom(3);

  /** Points 2 i and 2 i + 1 are mirror images. */
  private static int[] mirror(int count) {
    int[] mirror = new int[count];
    Arrays.setAll(mirror, i -> i ^ 1);
    return mirror;
  }

  private float[] face() {
    float[] face = new float[3 * COUNT];
    for (int i = 0; i < face.length; i++) {
      face[i] = (float) random.nextGaussian();
    }
    return face;
  }

  @Test
  void coreComputesWhatWasTrained() {
    LibTorch.configure(1, 7);
    int[] used = new int[120];
    Arrays.setAll(used, i -> i);
    float[] mean = face();
    EncoderNet net = net(used.length);
    float[] face = face();
    PointNormalizer normalizer = new PointNormalizer(used, mean);
    float[] input = normalizer.residual(face);
    try (PointerScope scope = new PointerScope()) {
      float[] trained = Parameters.read(net.forward(Tensor.create(input, 1, input.length)));

      float[] inCore = encoder(mean, used, net.parameters()).coefficients(face);

      assertThat(Arrays.copyOf(inCore, trained.length)).containsExactly(trained, within(1e-3f));
      assertThat(inCore[Blendshape.TONGUE_OUT.ordinal()]).isZero();
    }
  }

  private static EncoderNet net(int points) {
    int[] inputMirror = new int[2 * points];
    float[] sign = new float[2 * points];
    for (int i = 0; i < points; i++) {
      for (int k = 0; k < 2; k++) {
        inputMirror[2 * i + k] = 2 * (i ^ 1) + k;
        sign[2 * i + k] = k == 0 ? -1 : 1;
      }
    }
    int[] outputMirror = new int[Blendshape.TONGUE_OUT.ordinal()];
    Arrays.setAll(outputMirror, i -> Blendshape.values()[i].mirrored().ordinal());
    float[] usual = new float[outputMirror.length];
    Arrays.fill(usual, 0.3f);
    return new EncoderNet(new Parameters(), inputMirror, sign, outputMirror, usual);
  }

  private static LandmarkExpressionEncoder encoder(
      float[] mean, int[] points, Parameters parameters) {
    ArrayFile file = new ArrayFile();
    file.floats("mean", mean, COUNT, 3);
    file.floats("rigidity", new float[COUNT], COUNT);
    file.indices("mirror", mirror(COUNT), COUNT);
    file.floats("identity.deviations", new float[0], 0);
    file.floats("identity", new float[0], 0, COUNT, 3);
    file.floats("fields", new float[Blendshape.COUNT * 3 * COUNT], Blendshape.COUNT, COUNT, 3);
    file.indices("encoder.points", points, points.length);
    EncoderFile.write(parameters, file);
    return LandmarkExpressionEncoder.of(NamedArrays.parse(file.toBytes(), "test"));
  }
}
