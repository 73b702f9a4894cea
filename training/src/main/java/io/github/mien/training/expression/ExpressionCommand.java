package io.github.mien.training.expression;

import io.github.mien.encode.PointNormalizer;
import io.github.mien.expression.Blendshape;
import io.github.mien.model.ModelStore;
import io.github.mien.model.NamedArrays;
import io.github.mien.training.data.ArrayFile;
import io.github.mien.training.data.LabelledPhoto;
import io.github.mien.training.data.Portraits;
import io.github.mien.training.net.LibTorch;
import io.github.mien.training.net.Parameters;
import io.github.mien.training.rest.RestTraining;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Trains the expression model and writes it as {@code expression.bin}, and the resting face for its
 * coefficients as {@code rest.bin}: neither fits another's.
 */
@Command(
    name = "expression",
    description =
        "Trains the expression model (mean, identity, fields, encoder) and the resting face.",
    mixinStandardHelpOptions = true)
public final class ExpressionCommand implements Callable<Integer> {
  private static final int IDENTITIES = 40;
  private static final int READINGS = 10;

  @Option(names = "--data", required = true, description = "Folder with portraits and ict-facekit.")
  private Path data = Path.of(".");

  @Option(
      names = "--reference",
      required = true,
      description = "MediaPipe's face_landmarker.task, whose net labels generated points.")
  private Path reference = Path.of(".");

  @Option(names = "--landmarker", description = "An ONNX file instead of the embedded one.")
  private @Nullable Path landmarker;

  @Option(names = "--backend", description = "Back end of the landmarker by name.")
  private @Nullable String backend;

  @Option(names = "--out", required = true, description = "Folder for expression.bin and rest.bin.")
  private Path out = Path.of(".");

  @Option(names = "--samples", description = "Generated faces (${DEFAULT-VALUE}).")
  private int samples = 24_000;

  @Option(names = "--steps", description = "Steps of the encoder (${DEFAULT-VALUE}).")
  private int steps = 9_000;

  @Option(names = "--rest-steps", description = "Steps of the resting face (${DEFAULT-VALUE}).")
  private int restSteps = RestTraining.STEPS;

  @Option(
      names = "--noise",
      description =
          "Errors of points that the encoder learns to bear, in eye distances"
              + " (${DEFAULT-VALUE}).")
  private double noise = 0.013;

  @Option(names = "--threads", description = "Threads of LibTorch (${DEFAULT-VALUE}).")
  private int threads = 1;

  @Option(names = "--seed", description = "Seed of weights and samples (${DEFAULT-VALUE}).")
  private long seed = 1;

  @Override
  public Integer call() throws IOException {
    LibTorch.configure(threads, seed);
    Portraits portraits = Portraits.read(data);
    Files.createDirectories(out);
    byte[] expression = expression(portraits.training());
    write(expression, ModelStore.EXPRESSION);
    NamedArrays arrays = NamedArrays.parse(expression, ModelStore.EXPRESSION);
    write(new RestTraining(arrays, portraits, restSteps, seed).train(), ModelStore.REST);
    return 0;
  }

  private void write(byte[] model, String name) throws IOException {
    Path file = out.resolve(name + ".bin");
    Files.write(file, model);
    System.out.printf("wrote %s, %d bytes%n", file, model.length);
  }

  private byte[] expression(List<LabelledPhoto> photos) throws IOException {
    StatisticalFace face = StatisticalFace.of(photos, data, IDENTITIES);
    System.out.printf("fields and identity from %d photos%n", photos.size());

    ArrayFile file = new ArrayFile();
    face.write(file);
    int[] points = ReferenceNet.points();
    file.indices("encoder.points", points, points.length);
    EncoderFile.write(trainEncoder(face, photos, points), file);
    return file.toBytes();
  }

  private Parameters trainEncoder(StatisticalFace face, List<LabelledPhoto> photos, int[] points)
      throws IOException {
    PointNormalizer normalizer = new PointNormalizer(points, face.mean());
    EncoderExamples examples = examples(face, photos, normalizer);
    int n = points.length;
    Map<Integer, Integer> positions = new HashMap<>();
    for (int i = 0; i < n; i++) {
      positions.put(points[i], i);
    }
    int[] inputMirror = new int[2 * n];
    float[] inputSign = new float[2 * n];
    for (int i = 0; i < n; i++) {
      int partner = Objects.requireNonNull(positions.get(face.mirror()[points[i]]));
      inputMirror[2 * i] = 2 * partner;
      inputMirror[2 * i + 1] = 2 * partner + 1;
      inputSign[2 * i] = -1;
      inputSign[2 * i + 1] = 1;
    }
    int[] outputMirror = new int[Blendshape.TONGUE_OUT.ordinal()];
    Arrays.setAll(outputMirror, i -> Blendshape.values()[i].mirrored().ordinal());
    EncoderNet net =
        new EncoderNet(
            new Parameters(), inputMirror, inputSign, outputMirror, average(examples.labels()));
    new EncoderTrainer(
            net,
            examples,
            new PointNoise(face.mean(), points, seed),
            noise * PointNormalizer.GAIN,
            seed)
        .train(steps);
    return net.parameters();
  }

  private EncoderExamples examples(
      StatisticalFace face, List<LabelledPhoto> photos, PointNormalizer normalizer)
      throws IOException {
    LandmarkSampler sampler = new LandmarkSampler(face.faces(), face.pairs(), face.fields(), seed);
    float[][] shapes = new float[samples][];
    Arrays.setAll(shapes, i -> sampler.next());
    float[][] labels = new ReferenceNet(reference).read(shapes);
    System.out.printf("%d generated faces labelled%n", samples);
    float[][] inputs = new float[samples][];
    Arrays.setAll(inputs, i -> normalizer.residual(shapes[i]));

    ModelStore store = ModelStore.embedded();
    List<LandmarkerReadings.Reading> readings =
        LandmarkerReadings.of(
            photos,
            landmarker == null ? store : store.with(ModelStore.LANDMARKER, landmarker),
            backend,
            READINGS,
            seed);
    System.out.printf("%d readings of photos%n", readings.size());
    float[][] read = new float[readings.size()][];
    float[][] readLabels = new float[readings.size()][];
    float[][] readErrors = new float[readings.size()][];
    for (int i = 0; i < read.length; i++) {
      LabelledPhoto photo = readings.get(i).photo();
      float[] scores = photo.coefficients();
      read[i] = normalizer.residual(readings.get(i).points());
      readLabels[i] = Arrays.copyOfRange(scores, 1, scores.length);
      readErrors[i] = Shapes.difference(read[i], normalizer.residual(photo.landmarks().toArray()));
    }
    return new EncoderExamples(inputs, labels, read, readLabels, readErrors);
  }

  private static float[] average(float[][] rows) {
    float[] sum = new float[rows[0].length];
    for (float[] row : rows) {
      for (int i = 0; i < sum.length; i++) {
        sum[i] += row[i] / rows.length;
      }
    }
    return sum;
  }
}
