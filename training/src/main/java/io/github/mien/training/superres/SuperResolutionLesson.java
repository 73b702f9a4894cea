package io.github.mien.training.superres;

import io.github.mien.training.net.Parameters;
import io.github.mien.training.net.TorchLayers;
import io.github.mien.training.run.Lesson;
import io.github.mien.training.run.Recipe;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * Enlarging faces; it starts as bicubic interpolation. The loss is the mean absolute difference of
 * the levels, away from the border of the squares, where the network sees no surroundings.
 */
final class SuperResolutionLesson implements Lesson<FacePatches.Batch> {
  static final Recipe RECIPE = Recipe.of(0.998, 0.02, 0);
  private static final int BATCH = 8;

  /** Pixels of the large squares' border that are not compared. */
  private static final int BORDER = 4 * SuperResolutionNet.FACTOR;

  private final FacePatches patches;
  private final FaceValidation validation;

  SuperResolutionLesson(FacePatches patches, FaceValidation validation) {
    this.patches = patches;
    this.validation = validation;
  }

  @Override
  public FacePatches.Batch batch(long number) {
    return patches.batch(number, BATCH);
  }

  @Override
  public void initialise(Parameters parameters) {
    try (PointerScope scope = new PointerScope()) {
      TorchLayers layers = new TorchLayers(parameters, TorchLayers.Mode.EVALUATE);
      SuperResolutionNet.run(layers, layers, torch.zeros(1, 3, 8, 8));
    }
    SuperResolutionNet.startAsBicubic(parameters);
  }

  @Override
  public double learn(Parameters parameters, FacePatches.Batch batch, double progress) {
    try (PointerScope scope = new PointerScope()) {
      TorchLayers body = new TorchLayers(parameters, TorchLayers.Mode.TRAIN_BF16);
      TorchLayers plain = new TorchLayers(parameters, TorchLayers.Mode.TRAIN);
      int small = FacePatches.SMALL;
      int large = FacePatches.LARGE;
      Tensor x = Tensor.create(batch.small(), batch.size(), 3, small, small);
      Tensor truth = Tensor.create(batch.large(), batch.size(), 3, large, large);
      Tensor difference = SuperResolutionNet.run(body, plain, x).sub(truth);
      int inner = large - 2 * BORDER;
      Tensor loss = difference.narrow(2, BORDER, inner).narrow(3, BORDER, inner).abs().mean();
      loss.backward();
      return loss.item_float();
    }
  }

  @Override
  public byte[] toOnnx(Parameters parameters) {
    return SuperResolutionExport.toOnnx(parameters);
  }

  @Override
  public String score(Parameters parameters) {
    double[] psnr = validation.measure(parameters);
    return "PSNR of bicubic %.3f dB, of the network %.3f dB".formatted(psnr[0], psnr[1]);
  }
}
