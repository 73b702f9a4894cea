package io.github.mien.training.render;

import io.github.mien.model.ModelStore;
import io.github.mien.training.net.AdamW;
import io.github.mien.training.net.Parameters;
import io.github.mien.training.net.TorchLayers;
import io.github.mien.training.run.Lesson;
import io.github.mien.training.run.Mean;
import io.github.mien.training.run.Recipe;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;

/** Painting moved faces: by L1 and perceptual loss at first, then against a critic as well. */
final class RenderLesson implements Lesson<RenderBatch> {
  static final Recipe RECIPE = Recipe.of(0.998, 0.03, 1e-4);
  private static final int BATCH = 6;

  /** Share of the time after which the critic is heard, and then it learns at this rate. */
  private static final double ALONE = 0.3;

  private static final double CRITIC_RATE = 5e-4;
  private static final float ADVERSARIAL = 0.005f;

  private final RenderSamples samples;
  private final RenderScore score;
  private final LandmarkerFeatures features;
  private final Parameters critic = new Parameters();
  private final TorchLayers judge = new TorchLayers(critic, TorchLayers.Mode.TRAIN_BF16);
  private final AdamW criticOptimiser = new AdamW(critic, new Parameters(), 0, name -> false);
  private final Mean pixelLosses = new Mean();
  private final Mean perceptualLosses = new Mean();
  private final Mean criticLosses = new Mean();
  private long judgements;

  RenderLesson(RenderSamples samples, RenderScore score, LandmarkerFeatures features) {
    this.samples = samples;
    this.score = score;
    this.features = features;
  }

  @Override
  public RenderBatch batch(long number) {
    return samples.batch(number, BATCH);
  }

  @Override
  public void initialise(Parameters parameters) {
    RenderScore.painted(RenderBatch.empty(1), parameters);
    RenderNet.startStill(parameters);
  }

  @Override
  public double learn(Parameters parameters, RenderBatch batch, double progress) {
    boolean judged = progress > ALONE;
    try (PointerScope scope = new PointerScope()) {
      RenderLoss loss =
          new RenderLoss(batch, new TorchLayers(parameters, TorchLayers.Mode.TRAIN_BF16));
      Tensor pixels = loss.pixels();
      Tensor perceptual = loss.perceptual(features);
      Tensor all = pixels.add(perceptual);
      if (judged) {
        Tensor doubt = loss.whereShown(Critic.run(judge, loss.painted)).neg();
        all = all.add(doubt.mul(new Scalar(ADVERSARIAL)));
      }
      all.backward();
      if (judged) {
        learnToJudge(loss);
      }
      pixelLosses.add(pixels.item_float());
      perceptualLosses.add(perceptual.item_float());
      return all.item_float();
    }
  }

  private void learnToJudge(RenderLoss loss) {
    critic.clearGradients();
    Tensor real = Critic.run(judge, loss.wanted);
    Tensor made = Critic.run(judge, loss.painted.detach());
    Tensor hinge = loss.whereShown(margin(real.neg())).add(loss.whereShown(margin(made)));
    hinge.backward();
    criticOptimiser.step(++judgements, CRITIC_RATE);
    criticLosses.add(hinge.item_float());
  }

  private static Tensor margin(Tensor x) {
    return x.add(new Scalar(1)).relu();
  }

  @Override
  public byte[] toOnnx(Parameters parameters) {
    return RenderExport.toOnnx(ModelStore.RENDERER, parameters);
  }

  @Override
  public String score(Parameters parameters) {
    return "pixels %s, perceptual %s, critic %s: %s"
        .formatted(
            pixelLosses.take(),
            perceptualLosses.take(),
            criticLosses.take(),
            score.measure(parameters));
  }
}
