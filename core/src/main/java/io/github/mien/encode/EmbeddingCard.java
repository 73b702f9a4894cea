package io.github.mien.encode;

import io.github.mien.image.Image;
import io.github.mien.inference.Tensor;
import io.github.mien.json.JsonException;
import io.github.mien.json.JsonParser;
import io.github.mien.model.ModelException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a network that embeds faces wants to see them. Its file is JSON:
 *
 * <pre>{@code
 * {
 *   "size": 112,
 *   "layout": "NCHW",
 *   "channels": "RGB",
 *   "mean": 127.5,
 *   "scale": 0.0078125,
 *   "output": "embedding",
 *   "side": 2.2,
 *   "eyeLine": 0.46
 * }
 * }</pre>
 *
 * <p>{@code mean} and {@code scale} are one number, or three in the order of the channels. The last
 * three members may be left out.
 *
 * @param size pixels on a side of the picture that it takes, 1..2048
 * @param channelsFirst whether the tensor is N, C, H, W and not N, H, W, C; {@code layout}
 * @param blueFirst whether the channels are B, G, R and not R, G, B; {@code channels}
 * @param mean what is taken from levels 0..255, channel by channel; shared
 * @param scale what the rest is multiplied by; shared
 * @param output name of the output; null for the first
 * @param side of the picture in distances between the outer corners of the eyes; 2.2 unless told
 * @param eyeLine how far down the picture these corners lie, 0..1; 0.36 unless told
 */
public record EmbeddingCard(
    int size,
    boolean channelsFirst,
    boolean blueFirst,
    float[] mean,
    float[] scale,
    @Nullable String output,
    double side,
    double eyeLine) {
  private static final int CHANNELS = 3;
  private static final int LARGEST = 2048;
  private static final Set<String> MEMBERS =
      Set.of("size", "layout", "channels", "mean", "scale", "output", "side", "eyeLine");

  /** Checks the numbers. */
  public EmbeddingCard {
    if (size < 1 || size > LARGEST) {
      throw new IllegalArgumentException("\"size\" lies in 1..%d, not %d".formatted(LARGEST, size));
    }
    if (mean.length != CHANNELS || scale.length != CHANNELS) {
      throw new IllegalArgumentException("\"mean\" and \"scale\" have three numbers, or one");
    }
    if (!(side > 0)) {
      throw new IllegalArgumentException("\"side\" is above 0, not " + side);
    }
  }

  /**
   * Reads a card.
   *
   * @throws IOException if the file cannot be read
   * @throws ModelException if it is no such card; the message says why
   */
  public static EmbeddingCard read(Path file) throws IOException {
    return parse(Files.readString(file), file.toString());
  }

  /**
   * @param json the card
   * @param origin what to call it in errors
   * @throws ModelException if it is no such card; the message says why
   */
  static EmbeddingCard parse(String json, String origin) {
    try {
      return of(JsonParser.object(json));
    } catch (JsonException | IllegalArgumentException e) {
      throw new ModelException(
          "%s is no card of an embedding: %s".formatted(origin, e.getMessage()), e);
    }
  }

  private static EmbeddingCard of(Map<String, @Nullable Object> members) {
    for (String name : members.keySet()) {
      if (!MEMBERS.contains(name)) {
        throw new IllegalArgumentException(
            "\"%s\" is not part of a card, only %s"
                .formatted(name, MEMBERS.stream().sorted().toList()));
      }
    }
    return new EmbeddingCard(
        (int) number(members, "size", null),
        choice(members, "layout", "NCHW", "NHWC"),
        !choice(members, "channels", "RGB", "BGR"),
        numbers(members, "mean"),
        numbers(members, "scale"),
        members.get("output") instanceof String output ? output : null,
        number(members, "side", AlignedCrop.FACE.side()),
        number(members, "eyeLine", AlignedCrop.FACE.eyeLine()));
  }

  private static double number(
      Map<String, @Nullable Object> members, String name, @Nullable Double otherwise) {
    Object value = members.containsKey(name) ? members.get(name) : otherwise;
    if (value instanceof Double number) {
      return number;
    }
    throw new IllegalArgumentException("\"%s\" must be there and be a number".formatted(name));
  }

  private static float[] numbers(Map<String, @Nullable Object> members, String name) {
    float[] numbers = new float[CHANNELS];
    if (members.get(name) instanceof List<?> list && list.size() == CHANNELS) {
      for (int i = 0; i < CHANNELS; i++) {
        if (!(list.get(i) instanceof Double number)) {
          throw new IllegalArgumentException("\"%s\" must have numbers".formatted(name));
        }
        numbers[i] = number.floatValue();
      }
    } else if (members.get(name) instanceof Double number) {
      Arrays.fill(numbers, number.floatValue());
    } else {
      throw new IllegalArgumentException(
          "\"%s\" must be there and be a number, or a list of three".formatted(name));
    }
    return numbers;
  }

  /** Whether a member says the first of two words. */
  private static boolean choice(
      Map<String, @Nullable Object> members, String name, String first, String second) {
    Object value = members.get(name);
    if (first.equals(value) || second.equals(value)) {
      return first.equals(value);
    }
    throw new IllegalArgumentException(
        "\"%s\" must be \"%s\" or \"%s\"".formatted(name, first, second));
  }

  AlignedCrop crop() {
    return new AlignedCrop(side, eyeLine);
  }

  /** A crop as the network takes it. */
  Tensor input(Image crop) {
    float[] levels = new float[CHANNELS * size * size];
    byte[] data = crop.data();
    int pixelStep = channelsFirst ? 1 : CHANNELS;
    int channelStep = channelsFirst ? size * size : 1;
    for (int y = 0; y < size; y++) {
      for (int x = 0; x < size; x++) {
        int in = crop.index(x, y);
        int out = (y * size + x) * pixelStep;
        for (int c = 0; c < CHANNELS; c++) {
          int level = data[in + (blueFirst ? CHANNELS - 1 - c : c)] & 0xff;
          levels[out + c * channelStep] = (level - mean[c]) * scale[c];
        }
      }
    }
    return channelsFirst
        ? Tensor.of(levels, 1, CHANNELS, size, size)
        : Tensor.of(levels, 1, size, size, CHANNELS);
  }

  /** The mean over all places of a map of features; a vector stays as it is. */
  float[] pooled(Tensor features) {
    int[] shape = features.shape();
    float[] data = features.data();
    if (shape.length < 4) {
      return data.clone();
    }
    int channels = channelsFirst ? shape[1] : shape[3];
    int places = data.length / channels;
    float[] pooled = new float[channels];
    for (int c = 0; c < channels; c++) {
      for (int place = 0; place < places; place++) {
        pooled[c] += data[channelsFirst ? c * places + place : place * channels + c];
      }
      pooled[c] /= places;
    }
    return pooled;
  }
}
