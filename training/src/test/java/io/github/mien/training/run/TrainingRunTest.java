package io.github.mien.training.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.mien.training.net.Parameters;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingRunTest {
  private static final Recipe RECIPE = Recipe.of(0.9, 0.02, 0);

  @TempDir Path folder;

  @Test
  void learnsAndLeavesTheCheckpointAndTheModelOfTheAverage() throws Exception {
    Slope lesson = new Slope();

    new TrainingRun<>("slope", lesson, RECIPE, folder).train(null, Budget.steps(400, 0.05));

    assertThat(slope(Files.readAllBytes(folder.resolve("slope.onnx")))).isCloseTo(3, within(0.05f));
    assertThat(lesson.numbers).startsWith(0L, 1L, 2L);
    Parameters saved = new Parameters();
    saved.load(folder.resolve("slope.ckpt"));
    assertThat(saved.values("weight")[0]).isCloseTo(3, within(0.05f));
  }

  @Test
  void stepsAloneMakeARunThatCanBeRepeated() throws Exception {
    byte[] first = trained("first");
    byte[] second = trained("second");
    assertThat(second).isEqualTo(first);
  }

  private byte[] trained(String name) throws Exception {
    new TrainingRun<>(name, new Slope(), RECIPE, folder).train(null, Budget.steps(30, 0.05));
    return Files.readAllBytes(folder.resolve(name + ".onnx"));
  }

  @Test
  void goesOnFromACheckpointAndWithNoTimeOnlyWritesItsModel() throws Exception {
    byte[] before = trained("slope");

    new TrainingRun<>("again", new Slope(), RECIPE, folder)
        .train(folder.resolve("slope.ckpt"), Budget.seconds(0, 0.05));

    assertThat(Files.readAllBytes(folder.resolve("again.onnx"))).isEqualTo(before);
  }

  @Test
  void theNearerLimitEndsARun() {
    assertThat(new Budget(10, 100, 1).progress(5, 10)).isEqualTo(0.5);
    assertThat(new Budget(10, 100, 1).progress(5, 90)).isEqualTo(0.9);
    assertThat(new Budget(10, 100, 1).progress(12, 0)).isEqualTo(1);
    assertThat(new Budget(10, 0, 1).progress(0, 0)).isEqualTo(1);
  }

  private static float slope(byte[] model) {
    return ByteBuffer.wrap(model).getFloat();
  }

  /** Learns that numbers are to be multiplied by three. */
  private static final class Slope implements Lesson<float[]> {
    private final List<Long> numbers = new ArrayList<>();

    @Override
    public float[] batch(long number) {
      numbers.add(number);
      return new float[] {number % 5 - 2, number % 3 + 1};
    }

    @Override
    public void initialise(Parameters parameters) {
      parameters.trained("weight", () -> torch.zeros(1));
    }

    @Override
    public double learn(Parameters parameters, float[] batch, double progress) {
      try (PointerScope scope = new PointerScope()) {
        Tensor x = Tensor.create(batch, 2);
        Tensor made = x.mul(parameters.trained("weight", () -> torch.zeros(1)));
        Tensor loss = made.sub(x.mul(new Scalar(3))).abs().mean();
        loss.backward();
        return loss.item_float();
      }
    }

    @Override
    public byte[] toOnnx(Parameters parameters) {
      return ByteBuffer.allocate(4).putFloat(parameters.values("weight")[0]).array();
    }

    @Override
    public String score(Parameters parameters) {
      return "slope " + parameters.values("weight")[0];
    }
  }
}
