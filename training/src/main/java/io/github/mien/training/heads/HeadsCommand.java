package io.github.mien.training.heads;

import io.github.mien.encode.EmbeddingCard;
import io.github.mien.encode.EmbeddingFeatures;
import io.github.mien.encode.EncoderMethod;
import io.github.mien.encode.ExpressionEncoder;
import io.github.mien.encode.FeatureExpressionEncoder;
import io.github.mien.encode.FeatureExtractor;
import io.github.mien.face.Landmarker;
import io.github.mien.image.ImageKernels;
import io.github.mien.inference.Backends;
import io.github.mien.inference.InferenceBackend;
import io.github.mien.inference.InferenceSession;
import io.github.mien.inference.SessionOptions;
import io.github.mien.model.ModelStore;
import io.github.mien.model.NamedArrays;
import io.github.mien.morphable.MorphableFitter;
import io.github.mien.morphable.MorphableModel;
import io.github.mien.training.data.LabelledPhoto;
import io.github.mien.training.data.Portraits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
    try (InferenceSession landmarkNet =
            models.open(ModelStore.LANDMARKER, networks, SessionOptions.DEFAULT);
        @Nullable InferenceSession own = ownNetwork(networks)) {
      Map<String, FeatureExtractor> features = features(own);
      PhotoFaces faces = new PhotoFaces(new Landmarker(landmarkNet, ImageKernels.java()), seed);
      Map<String, Examples> examples = examples(faces, features, portraits.training());
      Comparison comparison = new Comparison();
      comparison.add(
          EncoderMethod.LANDMARKS.label(),
          "146 points",
          EncoderMethod.LANDMARKS.load(models, ImageKernels.java()));
      MorphableFitter fitter = new MorphableFitter(MorphableModel.load(models));
      for (Map.Entry<String, FeatureExtractor> each : features.entrySet()) {
        String name = each.getKey();
        LOG.info("{}, {} numbers", name, each.getValue().length());
        byte[] head = HeadTrainer.train(examples.get(name)).toBytes();
        Files.write(out.resolve("head-" + name + ".bin"), head);
        ExpressionEncoder encoder =
            new FeatureExpressionEncoder(each.getValue(), NamedArrays.parse(head, name), fitter);
        comparison.add(name, Integer.toString(each.getValue().length()), encoder);
      }
      System.out.print(comparison.table(faces, portraits.validation()));
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

  private Map<String, FeatureExtractor> features(@Nullable InferenceSession own)
      throws IOException {
    Map<String, FeatureExtractor> features = new LinkedHashMap<>();
    for (EncoderMethod method : EncoderMethod.values()) {
      method
          .features(ImageKernels.java())
          .ifPresent(extractor -> features.put(method.label(), extractor));
    }
    if (own != null && card != null) {
      features.put(OWN, new EmbeddingFeatures(own, EmbeddingCard.read(card), ImageKernels.java()));
    }
    return features;
  }

  private static Map<String, Examples> examples(
      PhotoFaces faces, Map<String, FeatureExtractor> features, List<LabelledPhoto> photos)
      throws IOException {
    Map<String, Examples> examples = new LinkedHashMap<>();
    features.keySet().forEach(name -> examples.put(name, new Examples()));
    LOG.info("features of {} photos", photos.size());
    faces.eachWithMirror(
        photos,
        READINGS,
        (person, picture, face, label) ->
            features.forEach((name, extractor) ->
                examples.get(name).add(person, extractor.extract(picture, face), label)));
    return examples;
  }
}
