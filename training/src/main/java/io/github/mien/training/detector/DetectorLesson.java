package io.github.mien.training.detector;

import io.github.mien.training.net.Parameters;
import io.github.mien.training.net.TorchLayers;
import io.github.mien.training.run.Lesson;
import io.github.mien.training.run.Mean;
import io.github.mien.training.run.Recipe;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/** Finding faces in composed pictures. */
final class DetectorLesson implements Lesson<DetectorBatch> {
  static final Recipe RECIPE =
      Recipe.of(0.998, 0.03, 0.02).withDecays(name -> name.endsWith(".weight"));

  /** Sides of the pictures and how many make a batch: about as much work each. */
  private static final int[][] SIZES = {{160, 16}, {224, 8}, {160, 16}, {320, 4}};

  private final TrainingPictures pictures;
  private final long seed;
  private final TorchLayers.Mode mode;
  private final List<Mean> terms = Stream.generate(Mean::new).limit(4).toList();

  /**
   * @param pictures to learn from
   * @param seed of the pictures
   * @param bf16 whether feature maps are in bfloat16
   */
  DetectorLesson(TrainingPictures pictures, long seed, boolean bf16) {
    this.pictures = pictures;
    this.seed = seed;
    this.mode = bf16 ? TorchLayers.Mode.TRAIN_BF16 : TorchLayers.Mode.TRAIN;
  }

  /** Composing takes as long as learning, so each picture is used twice. */
  @Override
  public DetectorBatch batch(long number) {
    int[] size = SIZES[(int) (number % SIZES.length)];
    List<ComposedPicture> made = new ArrayList<>();
    for (int i = 0; i < size[1] / 2; i++) {
      ComposedPicture picture = pictures.make(size[0], seed + (number << 8) + i);
      made.add(picture);
      made.add(picture.mirrored());
    }
    return DetectorBatch.of(made);
  }

  @Override
  public void initialise(Parameters parameters) {
    DetectorNet.initialise(parameters);
  }

  @Override
  public double learn(Parameters parameters, DetectorBatch batch, double progress) {
    try (PointerScope scope = new PointerScope()) {
      Tensor x =
          Tensor.create(batch.images(), batch.count(), 3, batch.size(), batch.size())
              .contiguous(torch.MemoryFormat.ChannelsLast);
      DetectorLoss.Terms loss =
          DetectorLoss.of(DetectorNet.cells(new TorchLayers(parameters, mode), x), batch);
      loss.total().backward();
      float[] values = loss.values();
      for (int i = 0; i < values.length; i++) {
        terms.get(i).add(values[i]);
      }
      return values[0];
    }
  }

  @Override
  public byte[] toOnnx(Parameters parameters) {
    return DetectorExport.toOnnx(parameters);
  }

  /** The terms of the loss; {@code detector-check} measures on photos. */
  @Override
  public String score(Parameters parameters) {
    return "loss %s: score %s, overlap %s, points %s"
        .formatted(terms.stream().map(Mean::take).toArray());
  }
}
