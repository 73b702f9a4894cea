package io.github.mien.training.expression;

import io.github.mien.encode.PointNormalizer;
import io.github.mien.expression.Blendshape;
import io.github.mien.training.data.LabelledPhoto;
import io.github.mien.training.data.Labels;
import io.github.mien.training.net.LibTorch;
import io.github.mien.training.net.Parameters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Trains the expression model and writes it as {@code expression.bin}. */
@Command(
    name = "expression",
    description = "Trains the expression model: mean, identity, fields, and the encoder.",
    mixinStandardHelpOptions = true)
public final class ExpressionCommand implements Callable<Integer> {
  private static final int IDENTITIES = 40;

  @Option(names = "--data", required = true, description = "Folder with portraits and ict-facekit.")
  private Path data = Path.of(".");

  @Option(
      names = "--reference",
      required = true,
      description = "MediaPipe's face_landmarker.task, whose net labels generated points.")
  private Path reference = Path.of(".");

  @Option(names = "--out", required = true, description = "Folder for expression.bin.")
  private Path out = Path.of(".");

  @Option(names = "--samples", description = "Generated faces (${DEFAULT-VALUE}).")
  private int samples = 60_000;

  @Option(names = "--steps", description = "Steps of the encoder (${DEFAULT-VALUE}).")
  private int steps = 4_000;

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
    Path portraits = data.resolve("portraits");
    Set<String> held = Labels.validationNames(portraits);
    List<LabelledPhoto> photos =
        Labels.read(portraits.resolve("labels.jsonl.gz"), portraits).stream()
            .filter(p -> !held.contains(p.name()))
            .toList();
    StatisticalFace face = StatisticalFace.of(photos, data, IDENTITIES);
    System.out.printf("fields and identity from %d photos%n", photos.size());

    ArrayFile file = new ArrayFile();
    face.write(file);
    int[] points = ReferenceNet.points();
    file.indices("encoder.points", points, points.length);
    EncoderFile.write(trainEncoder(face, points), file);

    Files.createDirectories(out);
    byte[] bytes = file.toBytes();
    Files.write(out.resolve("expression.bin"), bytes);
    System.out.printf("wrote %s, %d bytes%n", out.resolve("expression.bin"), bytes.length);
    return 0;
  }

  private Parameters trainEncoder(StatisticalFace face, int[] points) throws IOException {
    PointNormalizer normalizer = new PointNormalizer(points, face.mean());
    LandmarkSampler sampler = new LandmarkSampler(face.faces(), face.pairs(), face.fields(), seed);
    float[][] shapes = new float[samples][];
    Arrays.setAll(shapes, i -> sampler.next());
    float[][] labels = new ReferenceNet(reference).read(shapes);
    System.out.printf("%d generated faces labelled%n", samples);
    float[][] inputs = new float[samples][];
    Arrays.setAll(inputs, i -> normalizer.residual(shapes[i]));

    int n = points.length;
    Map<Integer, Integer> positions = new HashMap<>();
    for (int i = 0; i < n; i++) {
      positions.put(points[i], i);
    }
    int[] inputMirror = new int[2 * n];
    float[] inputSign = new float[2 * n];
    for (int i = 0; i < n; i++) {
      int partner = positions.get(face.mirror()[points[i]]);
      inputMirror[2 * i] = 2 * partner;
      inputMirror[2 * i + 1] = 2 * partner + 1;
      inputSign[2 * i] = -1;
      inputSign[2 * i + 1] = 1;
    }
    int[] outputMirror = new int[Blendshape.TONGUE_OUT.ordinal()];
    Arrays.setAll(outputMirror, i -> Blendshape.values()[i].mirrored().ordinal());
    EncoderNet net =
        new EncoderNet(new Parameters(), inputMirror, inputSign, outputMirror, average(labels));
    new EncoderTrainer(
            net,
            inputs,
            labels,
            new PointNoise(face.mean(), points, seed),
            noise * PointNormalizer.GAIN,
            seed)
        .train(steps);
    return net.parameters();
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
