package io.github.mien.training.rest;

import io.github.mien.expression.Blendshape;
import io.github.mien.training.net.AdamW;
import io.github.mien.training.net.CosineRate;
import io.github.mien.training.net.Parameters;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Trains a {@link RestNet} on absolute differences, whose best answer is the median: where a face
 * does not tell, it is taken as it is most often.
 */
final class RestTrainer {
  private static final Logger LOG = LoggerFactory.getLogger(RestTrainer.class);
  private static final int SIZE = Blendshape.COUNT;
  private static final int BATCH = 256;
  private static final double DECAY = 1e-3;
  private static final int REPORT = 1000;

  /** Standard deviation of what a landmarker's noise does to a coefficient. */
  private static final double NOISE = 0.01;

  private static final int[] MIRROR =
      Stream.of(Blendshape.values()).mapToInt(shape -> shape.mirrored().ordinal()).toArray();

  private final List<ShownAndRest> photographed;
  private final List<ShownAndRest> generated;
  private final double photographedShare;
  private final Random random;

  /**
   * @param photographedShare how many of the samples seen are photos, 0..1
   */
  RestTrainer(
      List<ShownAndRest> photographed,
      List<ShownAndRest> generated,
      double photographedShare,
      long seed) {
    this.photographed = photographed;
    this.generated = generated;
    this.photographedShare = photographedShare;
    this.random = new Random(seed);
  }

  Parameters train(int steps) {
    Parameters parameters = new Parameters();
    RestNet net = new RestNet(parameters);
    AdamW optimiser =
        new AdamW(parameters, new Parameters(), DECAY, name -> !name.endsWith("bias"));
    CosineRate rate = new CosineRate(3e-3, 0, 0.02);
    double loss = 0;
    for (int step = 1; step <= steps; step++) {
      loss += step(net);
      optimiser.step(step, rate.at((double) step / steps));
      if (step % REPORT == 0) {
        LOG.info("step {}, absolute error {}", step, "%.3f".formatted(loss / REPORT));
        loss = 0;
      }
    }
    return parameters;
  }

  private double step(RestNet net) {
    float[] shown = new float[BATCH * SIZE];
    float[] rest = new float[BATCH * SIZE];
    for (int i = 0; i < BATCH; i++) {
      fill(shown, rest, i * SIZE);
    }
    try (PointerScope scope = new PointerScope()) {
      Tensor x = Tensor.create(shown, BATCH, SIZE);
      Tensor wanted = Tensor.create(rest, BATCH, SIZE);
      Tensor loss = net.run(x).sub(wanted).abs().sum(1L).mean();
      loss.backward();
      return loss.item_float();
    }
  }

  private void fill(float[] shown, float[] rest, int at) {
    List<ShownAndRest> from = random.nextDouble() < photographedShare ? photographed : generated;
    ShownAndRest sample = from.get(random.nextInt(from.size()));
    boolean mirrored = random.nextBoolean();
    for (int i = 0; i < SIZE; i++) {
      int read = mirrored ? MIRROR[i] : i;
      shown[at + i] = sample.shown()[read] + (float) (NOISE * random.nextGaussian());
      rest[at + i] = sample.rest()[read];
    }
  }
}
