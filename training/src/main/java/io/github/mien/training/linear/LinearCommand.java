package io.github.mien.training.linear;

import io.github.mien.Mien;
import io.github.mien.MienBuilder;
import io.github.mien.model.ModelStore;
import io.github.mien.morphable.MorphableModel;
import io.github.mien.training.data.Portraits;
import io.github.mien.transfer.BlendshapeTransfer;
import io.github.mien.transfer.ExpressionTransfer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Trains the linear map of {@code LinearTransfer} on photos of people at rest and with expression.
 * To be run again when the expression model or the landmarker changes.
 */
@Command(
    name = "linear",
    description = "Trains the linear transfer on pairs of photos.",
    mixinStandardHelpOptions = true)
public final class LinearCommand implements Callable<Integer> {
  private static final Logger LOG = LoggerFactory.getLogger(LinearCommand.class);

  @ArgGroup(multiplicity = "1")
  private Photos photos = new Photos();

  /** Where pairs come from. */
  private static final class Photos {
    @Option(names = "--data", description = "Folder with portraits and their labels.")
    private @Nullable Path data;

    @Option(
        names = "--pairs",
        description =
            "CSV file of one's own pairs of photos, columns rest,expressive and, where somebody is"
                + " in several rows, person; paths are relative to the file.")
    private @Nullable Path pairs;
  }

  @Option(names = "--out", required = true, description = "File to write, linear.bin.")
  private Path out = Path.of("linear.bin");

  @Option(names = "--backend", description = "Back end of the landmarker by name.")
  private @Nullable String backend;

  @Option(
      names = "--others",
      description = "How many others lend each person their expression (${DEFAULT-VALUE}).")
  private int others = 20;

  @Option(names = "--generated", description = "Generated examples (${DEFAULT-VALUE}).")
  private int generated = 6000;

  @Option(
      names = "--generated-weight",
      description = "Of all generated examples together, photographed ones 1 (${DEFAULT-VALUE}).")
  private double generatedWeight = 0.3;

  @Option(
      names = "--gain",
      description =
          "How much further than in photos points must go to be seen to (${DEFAULT-VALUE}).")
  private double gain = 1.2;

  @Option(names = "--seed", description = "Of all random numbers (${DEFAULT-VALUE}).")
  private long seed = 1;

  @Override
  public Integer call() throws IOException {
    ModelStore store = ModelStore.embedded();
    FaceReader reader = new FaceReader(store);
    MorphableModel model = MorphableModel.load(store);
    ExpressionTransfer teacher = BlendshapeTransfer.load(store);

    List<PhotoPair> pairs = pairs(reader, store);
    LOG.info("{} pairs of photos", pairs.size());
    if (pairs.isEmpty()) {
      throw new IOException("no pair of photos to learn from");
    }
    List<Example> photographed =
        new PairedExamples(reader, teacher, model, gain, seed).of(pairs, others);
    double weight = generatedWeight * photographed.size() / Math.max(1, generated);
    List<Example> more = new GeneratedExamples(model, reader, teacher, seed).of(generated, weight);
    List<Example> all = new ArrayList<>(photographed);
    all.addAll(more);
    LOG.info("{} photographed examples, {} generated", photographed.size(), more.size());

    LinearBases bases = LinearBases.of(all, model.mean(), model.mirror());
    LinearTrainer trainer = new LinearTrainer(bases);
    Files.write(out, trainer.toBytes(trainer.train(photographed, more)));
    return 0;
  }

  private List<PhotoPair> pairs(FaceReader reader, ModelStore store) throws IOException {
    if (photos.pairs != null) {
      try (Mien mien = mien()) {
        return new PairsFile(reader, mien.aligner()).read(photos.pairs);
      }
    }
    Path data = Objects.requireNonNull(photos.data, "one of both is required");
    return new LabelledPairs(reader, store, backend, seed).in(Portraits.read(data).training());
  }

  private Mien mien() throws IOException {
    MienBuilder builder = Mien.builder();
    return (backend == null ? builder : builder.backend(backend)).build();
  }
}
