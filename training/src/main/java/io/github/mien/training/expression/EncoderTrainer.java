package io.github.mien.training.expression;

import io.github.mien.training.net.AdamW;
import io.github.mien.training.net.CosineRate;
import io.github.mien.training.net.Parameters;
import java.util.SplittableRandom;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;

/** Trains the encoder on labelled points with errors like a landmarker's added. */
final class EncoderTrainer {
  private static final int BATCH = 512;
  private static final int DRAWS = 4000;
  private static final double ROUND = 0.01;

  private final EncoderNet net;
  private final float[][] inputs;
  private final float[][] labels;
  private final float[][] draws = new float[DRAWS][];
  private final double noise;
  private final SplittableRandom random;

  /**
   * @param inputs of the network
   * @param labels as many
   * @param errors of points
   * @param noise mean length of the errors on inputs at most, in the inputs' unit
   */
  EncoderTrainer(
      EncoderNet net,
      float[][] inputs,
      float[][] labels,
      PointNoise errors,
      double noise,
      long seed) {
    this.net = net;
    this.inputs = inputs;
    this.labels = labels;
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
        Tensor loss = loss();
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

  private Tensor loss() {
    int in = inputs[0].length, out = labels[0].length;
    float[] x = new float[BATCH * in];
    float[] y = new float[BATCH * out];
    for (int i = 0; i < BATCH; i++) {
      int sample = random.nextInt(inputs.length);
      float[] draw = draws[random.nextInt(DRAWS)];
      // A third without errors: the transfer asks about points that it moved itself.
      double size = random.nextInt(3) == 0 ? 0 : noise * random.nextDouble(0.5, 1.2);
      for (int k = 0; k < in; k++) {
        x[i * in + k] = (float) (inputs[sample][k] + size * draw[k]);
      }
      System.arraycopy(labels[sample], 0, y, i * out, out);
    }
    Tensor error = net.forward(Tensor.create(x, BATCH, in)).sub(Tensor.create(y, BATCH, out));
    return error.mul(error).add(new Scalar(ROUND * ROUND)).sqrt().mean();
  }
}
