package io.github.mien.training.heads;

import io.github.mien.encode.EmbeddingCard;
import io.github.mien.encode.EmbeddingFeatures;
import io.github.mien.encode.EncoderMethod;
import io.github.mien.encode.FeatureExpressionEncoder;
import io.github.mien.encode.FeatureExtractor;
import io.github.mien.face.Face;
import io.github.mien.face.LandmarkNetworks;
import io.github.mien.image.Image;
import io.github.mien.image.ImageKernels;
import io.github.mien.inference.Backends;
import io.github.mien.inference.InferenceBackend;
import io.github.mien.inference.InferenceSession;
import io.github.mien.inference.SessionOptions;
import io.github.mien.model.ModelStore;
import io.github.mien.model.NamedArrays;
import io.github.mien.morphable.MorphableFitter;
import io.github.mien.morphable.MorphableModel;
import io.github.mien.training.data.Portraits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Trains the heads of all features in the same way, and compares the encoders. */
@Command(
    name = "heads",
    description = "Trains the linear heads of all features, and compares the encoders.",
    mixinStandardHelpOptions = true)
public final class HeadsCommand implements Callable<Integer> {
  private static final Logger LOG = LoggerFactory.getLogger(HeadsCommand.class);
  private static final int READINGS = 2;
  private static final String OWN = "embedding";

  @Option(names = "--data", required = true, description = "Folder with portraits.")
  private Path data = Path.of(".");

  @Option(names = "--out", required = true, description = "Folder for the files, head-NAME.bin.")
  private Path out = Path.of(".");

  @Option(
      names = "--embedding",
      description = "Also an ONNX network of one's own; needs --card, gives head-embedding.bin.")
  private @Nullable Path embedding;

  @Option(names = "--card", description = "JSON card that describes the network's input.")
  private @Nullable Path card;

  @Option(names = "--backend", description = "Back end by name.")
  private @Nullable String backend;

  @Option(names = "--seed", description = "Of all random numbers (${DEFAULT-VALUE}).")
  private long seed = 1;

  @Override
  public Integer call() throws IOException {
    Files.createDirectories(out);
    Portraits portraits = Portraits.read(data);
    InferenceBackend networks = Backends.discover().choose(backend);
    ModelStore models = ModelStore.embedded();
    try (LandmarkNetworks landmarks =
            LandmarkNetworks.open(models, networks, SessionOptions.DEFAULT);
        @Nullable InferenceSession own = ownNetwork(networks)) {
      List<Kind> kinds = kinds(own);
      PhotoFaces faces = new PhotoFaces(landmarks.landmarker(ImageKernels.java()), seed);
      LOG.info("features of {} photos", portraits.training().size());
      faces.eachWithMirror(
          portraits.training(),
          READINGS,
          (person, picture, face, label) ->
              kinds.forEach(kind -> kind.add(person, picture, face, label)));
      Comparison comparison = new Comparison();
      comparison.add(EncoderMethod.LANDMARKS, models);
      MorphableFitter fitter = new MorphableFitter(MorphableModel.load(models));
      for (Kind kind : kinds) {
        int length = kind.features().length();
        LOG.info("{}, {} numbers", kind.name(), length);
        byte[] head = HeadTrainer.train(kind.examples()).toBytes();
        Files.write(out.resolve("head-" + kind.name() + ".bin"), head);
        NamedArrays arrays = NamedArrays.parse(head, kind.name());
        comparison.add(
            kind.name(),
            Integer.toString(length),
            new FeatureExpressionEncoder(kind.features(), arrays, fitter));
      }
      System.out.println("| " + Comparison.HEADER + "\n|---|---|---|---|---|");
      for (Comparison.Row row : comparison.measure(faces, portraits.validation())) {
        System.out.println("| " + row.cells());
      }
    }
    return 0;
  }

  private @Nullable InferenceSession ownNetwork(InferenceBackend networks) throws IOException {
    if ((embedding == null) != (card == null)) {
      throw new IllegalArgumentException("--embedding and --card go together");
    }
    return embedding == null
        ? null
        : networks.open(Files.readAllBytes(embedding), SessionOptions.DEFAULT);
  }

  private List<Kind> kinds(@Nullable InferenceSession own) throws IOException {
    List<Kind> kinds = new ArrayList<>();
    for (EncoderMethod method : EncoderMethod.values()) {
      method
          .features(ImageKernels.java())
          .ifPresent(features -> kinds.add(new Kind(method.label(), features, new Examples())));
    }
    if (own != null && card != null) {
      FeatureExtractor features =
          new EmbeddingFeatures(own, EmbeddingCard.read(card), ImageKernels.java());
      kinds.add(new Kind(OWN, features, new Examples()));
    }
    return kinds;
  }

  /**
   * One kind of features.
   *
   * @param name of its encoder
   * @param examples of all faces
   */
  private record Kind(String name, FeatureExtractor features, Examples examples) {

    void add(String person, Image picture, Face face, float[] label) {
      examples.add(person, features.extract(picture, face), label);
    }
  }
}
