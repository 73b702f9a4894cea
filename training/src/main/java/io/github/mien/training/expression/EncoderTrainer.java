package io.github.mien.training.expression;

import io.github.mien.training.net.AdamW;
import io.github.mien.training.net.CosineRate;
import io.github.mien.training.net.Parameters;
import java.util.SplittableRandom;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;

/**
 * Trains the encoder: first on generated faces with errors like a landmarker's, then also with the
 * very errors of the landmarker and on what it reads from photos.
 */
final class EncoderTrainer {
  private static final int BATCH = 512;
  private static final int DRAWS = 4000;
  private static final double ROUND = 0.01;

  /** Share of the training that sees generated faces only. */
  private static final double GENERATED_SHARE = 0.5;

  private final EncoderNet net;
  private final EncoderExamples examples;
  private final float[][] draws = new float[DRAWS][];
  private final double noise;
  private final SplittableRandom random;

  /**
   * @param examples to learn from
   * @param errors of points
   * @param noise mean length of the errors on inputs at most, in the inputs' unit
   */
  EncoderTrainer(
      EncoderNet net, EncoderExamples examples, PointNoise errors, double noise, long seed) {
    this.net = net;
    this.examples = examples;
    this.noise = noise;
    this.random = new SplittableRandom(seed);
    for (int i = 0; i < DRAWS; i++) {
      draws[i] = errors.next();
    }
  }

  void train(int steps) {
    CosineRate rate = new CosineRate(2e-3, 1e-5, 0.02);
    Parameters parameters = net.parameters();
    AdamW optimizer = new AdamW(parameters, new Parameters(), 1e-3, name -> !name.endsWith("bias"));
    double shown = 0;
    for (int step = 1; step <= steps; step++) {
      try (PointerScope scope = new PointerScope()) {
        Tensor loss = loss(step > GENERATED_SHARE * steps);
        loss.backward();
        optimizer.step(step, rate.at((double) step / steps));
        shown += loss.item().toDouble();
      }
      if (step % 500 == 0) {
        System.out.printf("encoder: step %d of %d, loss %.4f%n", step, steps, shown / 500);
        shown = 0;
      }
    }
  }

  private Tensor loss(boolean real) {
    int in = examples.inputs()[0].length, out = examples.labels()[0].length;
    float[] x = new float[BATCH * in];
    float[] y = new float[BATCH * out];
    for (int i = 0; i < BATCH; i++) {
      if (real && random.nextInt(3) == 0) {
        int sample = random.nextInt(examples.read().length);
        System.arraycopy(examples.read()[sample], 0, x, i * in, in);
        System.arraycopy(examples.readLabels()[sample], 0, y, i * out, out);
      } else {
        int sample = random.nextInt(examples.inputs().length);
        float[] face = examples.inputs()[sample];
        float[] error = draw(real);
        double size = size(real);
        for (int k = 0; k < in; k++) {
          x[i * in + k] = (float) (face[k] + size * error[k]);
        }
        System.arraycopy(examples.labels()[sample], 0, y, i * out, out);
      }
    }
    Tensor error = net.forward(Tensor.create(x, BATCH, in)).sub(Tensor.create(y, BATCH, out));
    return error.mul(error).add(new Scalar(ROUND * ROUND)).sqrt().mean();
  }

  private float[] draw(boolean real) {
    float[][] from = real ? examples.readErrors() : draws;
    return from[random.nextInt(from.length)];
  }

  /** A third without errors: the transfer asks about points that it moved itself. */
  private double size(boolean real) {
    if (random.nextInt(3) == 0) {
      return 0;
    }
    return real ? 1 : noise * random.nextDouble(0.5, 1.2);
  }
}
