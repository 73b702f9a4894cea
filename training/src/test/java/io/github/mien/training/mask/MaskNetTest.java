package io.github.mien.training.mask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtSession;
import io.github.mien.image.Image;
import io.github.mien.inference.Planes;
import io.github.mien.training.net.LibTorch;
import io.github.mien.training.net.Parameters;
import java.nio.FloatBuffer;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class MaskNetTest {
  private static final int SIDE = 32;
  private static final MaskNet NET = new MaskNet("masks", "mask", SIDE, new UNet(4, 6, 8));

  private final Parameters parameters = untrained();
  private final Image picture = noise();

  @BeforeAll
  static void oneThread() {
    LibTorch.configure(1, 7);
  }

  @Test
  void theModelFindsWhatTheNetworkInTrainingFinds() throws Exception {
    float[] found = NET.find(parameters, picture);

    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    try (OrtSession session = environment.createSession(NET.toOnnx(parameters));
        OnnxTensor in =
            OnnxTensor.createTensor(
                environment,
                FloatBuffer.wrap(Planes.of(picture, 1 / 255f, 0).data()),
                new long[] {1, 3, SIDE, SIDE});
        OrtSession.Result ran = session.run(Map.of("picture", in))) {
      float[] exported = ((OnnxTensor) ran.get("mask").orElseThrow()).getFloatBuffer().array();
      assertThat(exported).containsExactly(found, within(5e-3f));
    }
  }

  @Test
  void lookedAtTwiceAMirroredPictureHasTheMirroredMask() {
    float[] found = NET.findTwice(parameters, picture);
    float[] mirrored = NET.findTwice(parameters, picture.mirrored());

    for (int i = 0; i < found.length; i++) {
      int row = i / SIDE * SIDE;
      assertThat(mirrored[row + SIDE - 1 - i % SIDE]).isCloseTo(found[i], within(1e-5f));
    }
    assertThat(found).isNotEqualTo(NET.find(parameters, picture));
  }

  private static Parameters untrained() {
    Parameters parameters = new Parameters();
    NET.initialise(parameters);
    return parameters;
  }

  private static Image noise() {
    Image noise = Image.create(SIDE, SIDE, 3);
    new Random(3).nextBytes(noise.data());
    return noise;
  }
}
