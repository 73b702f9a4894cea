package io.github.mien.training.expression;

import io.github.mien.training.net.Parameters;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.AutoGradMode;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/**
 * The net of the MediaPipe bundle that reads 52 coefficients from 146 points: an MLP mixer
 * (Tolstikhin et al. 2021, arXiv:2105.01601) of four blocks on 96 tokens and one more, computed on
 * LibTorch with the bundle's own weights. For one thread.
 */
public final class ReferenceNet {
  /** Which of the 478 points it reads. */
  private static final String POINTS =
      "0 1 4-8 10 13 14 17 21 33 37 39 40 46 52-55 58 61 63 65-67 70 78 80-82 84 87 88 91 93 95 103"
          + " 105 107 109 127 132 133 136 144-146 148-150 152-155 157-163 168 172 173 176 178 181"
          + " 185 191 195 197 234 246 249 251 263 267 269 270 276 282-285 288 291 293 295-297 300"
          + " 308 310-312 314 317 318 321 323 324 332 334 336 338 356 361 362 365 373-375 377-382"
          + " 384-390 397 398 400 402 405 409 415 454 466 468-477";

  private static final String PREFIX = "GhumMarkerPoserMlpMixerGeneral/";
  private static final int BLOCKS = 4;
  private static final int COUNT = 146;
  private static final int TOKENS = 97;
  private static final int CHANNELS = 64;
  private static final int BATCH = 256;
  private static final double EPSILON = 1e-6;

  private final TfliteWeights weights;
  private final Tensor tokensWeight;
  private final Tensor tokensBias;
  private final Tensor embedWeight;
  private final Tensor embedBias;
  private final Tensor extra;
  private final Block[] blocks = new Block[BLOCKS];
  private final Tensor outWeight;
  private final Tensor outBias;

  private record Block(Tensor norm1, Tensor[] tokens, Tensor norm2, Tensor[] channels) {}

  /**
   * @param bundle {@code face_landmarker.task}
   */
  public ReferenceNet(Path bundle) throws IOException {
    try (ZipFile zip = new ZipFile(bundle.toFile())) {
      ZipEntry entry = zip.getEntry("face_blendshapes.tflite");
      if (entry == null) {
        throw new IOException(bundle + " holds no face_blendshapes.tflite");
      }
      weights = new TfliteWeights(zip.getInputStream(entry).readAllBytes());
    }
    tokensWeight = tensor(weights.get(PREFIX + "conv2d/Conv2D"), TOKENS - 1, COUNT);
    tokensBias = tensor(weights.get(PREFIX + "conv2d/BiasAdd"), TOKENS - 1);
    embedWeight = tensor(weights.get("input_tokens_embedding/Conv2D"), CHANNELS, 2);
    embedBias = tensor(weights.get("input_tokens_embedding/BiasAdd"), CHANNELS);
    extra = tensor(weights.get("AddExtraTokens/strided_slice"), 1, 1, CHANNELS);
    for (int i = 0; i < BLOCKS; i++) {
      String name = "MixerBlock_" + i + "/";
      blocks[i] =
          new Block(
              tensor(weights.get(name + "layer_norm1/batchnorm/mul/Read"), CHANNELS),
              mlp(name + "mlp_token_mixing", TOKENS),
              tensor(weights.get(name + "layer_norm2/batchnorm/mul/Read"), CHANNELS),
              mlp(name + "mlp_channel_mixing", CHANNELS));
    }
    outWeight = tensor(weights.get("output_blendweights/Conv2D"), 52, CHANNELS);
    outBias = tensor(weights.get("output_blendweights/BiasAdd"), 52);
  }

  /** The indices of the points it reads, ascending. */
  static int[] points() {
    return Arrays.stream(POINTS.split(" "))
        .flatMapToInt(part -> {
          String[] ends = part.split("-");
          int last = Integer.parseInt(ends[ends.length - 1]);
          return java.util.stream.IntStream.rangeClosed(Integer.parseInt(ends[0]), last);
        })
        .toArray();
  }

  private Tensor[] mlp(String name, int size) throws IOException {
    float[] first = weights.get(name + "/Mlp_1/Conv2D");
    int hidden = first.length / size;
    return new Tensor[] {
      tensor(first, hidden, size),
      tensor(weights.get(name + "/Mlp_1/BiasAdd"), hidden),
      tensor(weights.get(name + "/Mlp_2/Conv2D"), size, hidden),
      tensor(weights.get(name + "/Mlp_2/BiasAdd"), size)
    };
  }

  private static Tensor tensor(float[] numbers, long... shape) {
    return Tensor.create(numbers, shape).retainReference();
  }

  /**
   * The coefficients of many faces.
   *
   * @param shapes x, y, z of the 478 points each, in any picture's coordinates, upright
   * @return 51 each, without {@code _neutral}
   */
  public float[][] read(float[][] shapes) {
    float[][] coefficients = new float[shapes.length][];
    for (int start = 0; start < shapes.length; start += BATCH) {
      int end = Math.min(shapes.length, start + BATCH);
      float[] all = readBatch(Arrays.copyOfRange(shapes, start, end));
      for (int i = start; i < end; i++) {
        coefficients[i] = Arrays.copyOfRange(all, 52 * (i - start) + 1, 52 * (i - start) + 52);
      }
    }
    return coefficients;
  }

  private float[] readBatch(float[][] shapes) {
    int[] points = points();
    float[] xy = new float[shapes.length * COUNT * 2];
    int at = 0;
    for (float[] shape : shapes) {
      for (int point : points) {
        xy[at++] = shape[3 * point];
        xy[at++] = shape[3 * point + 1];
      }
    }
    try (PointerScope scope = new PointerScope();
        AutoGradMode off = new AutoGradMode(false)) {
      return Parameters.read(forward(Tensor.create(xy, shapes.length, COUNT, 2)));
    }
  }

  private Tensor forward(Tensor points) {
    Tensor p = points.sub(mean(points, 1));
    Tensor length = p.mul(p).sum(new long[] {2}, true, null).sqrt();
    p = p.div(mean(length, 1)).mul(new Scalar(0.5));
    Tensor tokens = linear(p.transpose(1, 2), tokensWeight, tokensBias).transpose(1, 2);
    Tensor h = linear(tokens, embedWeight, embedBias);
    h = torch.cat(new TensorVector(extra.expand(h.size(0), 1, CHANNELS), h), 1);
    for (Block block : blocks) {
      Tensor mixed = mix(norm(h, block.norm1).transpose(1, 2), block.tokens).transpose(1, 2);
      h = h.add(mixed);
      h = h.add(mix(norm(h, block.norm2), block.channels));
    }
    return linear(h.select(1, 0), outWeight, outBias).sigmoid();
  }

  private static Tensor mix(Tensor x, Tensor[] mlp) {
    return linear(linear(x, mlp[0], mlp[1]).relu(), mlp[2], mlp[3]);
  }

  private static Tensor norm(Tensor x, Tensor scale) {
    Tensor centred = x.sub(mean(x, 2));
    Tensor variance = mean(centred.mul(centred), 2);
    return centred.mul(variance.add(new Scalar(EPSILON)).rsqrt()).mul(scale);
  }

  private static Tensor mean(Tensor x, int axis) {
    return x.mean(new long[] {axis}, true, null);
  }

  private static Tensor linear(Tensor x, Tensor weight, Tensor bias) {
    return torch.linear(x, weight, new TensorOptional(bias));
  }
}
