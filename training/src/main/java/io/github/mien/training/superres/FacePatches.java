package io.github.mien.training.superres;

import io.github.mien.face.Box;
import io.github.mien.image.Image;
import io.github.mien.training.data.LabelledPhoto;
import io.github.mien.training.data.Photos;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Makes pairs of small and large squares cut from faces: at several sizes, mirrored, turned by
 * quarters, and with brightness and contrast changed. Reproducible from the seed.
 */
final class FacePatches {
  /** Pixels on a side of the small squares. */
  static final int SMALL = 40;

  /** Pixels on a side of the large ones. */
  static final int LARGE = SuperResolutionNet.FACTOR * SMALL;

  private static final double[] SIZES = {1, 0.85, 0.7};

  /** How far a square may reach beyond the face's box, as a part of its size. */
  private static final double BEYOND = 0.15;

  private static final double BRIGHTNESS = 0.1;
  private static final double CONTRAST = 0.25;

  /** A photo and its reduction, with where in the small one squares begin. */
  private record Pair(Image large, Image small, int x0, int y0, int x1, int y1) {}

  /**
   * Squares for one step: N, 3, side, side of 0..1.
   *
   * @param small rounded to levels
   * @param large unrounded, and a little beyond 0..1 where contrast was raised
   */
  record Batch(int size, float[] small, float[] large) {}

  private final List<Pair> pairs = new ArrayList<>();
  private final long seed;

  FacePatches(List<LabelledPhoto> photos, long seed) throws IOException {
    this.seed = seed;
    for (LabelledPhoto photo : photos) {
      Image picture = Photos.read(photo.file());
      Box box = photo.landmarks().bounds();
      for (double size : SIZES) {
        add(picture, box, size);
      }
    }
  }

  private void add(Image picture, Box box, double size) {
    int factor = SuperResolutionNet.FACTOR;
    int width = (int) (picture.width() * size) / factor;
    int height = (int) (picture.height() * size) / factor;
    Image large =
        size == 1
            ? Reduction.whole(picture)
            : Bicubic.resize(picture, width * factor, height * factor);
    Image small = Bicubic.resize(large, width, height);
    double scale = size / factor;
    double margin = BEYOND * box.height() * scale;
    int x0 = (int) Math.max(0, box.x0() * scale - margin);
    int y0 = (int) Math.max(0, box.y0() * scale - margin);
    int x1 = (int) Math.min(width - SMALL, box.x1() * scale + margin - SMALL);
    int y1 = (int) Math.min(height - SMALL, box.y1() * scale + margin - SMALL);
    if (x0 <= x1 && y0 <= y1) {
      pairs.add(new Pair(large, small, x0, y0, x1, y1));
    }
  }

  /** How many photos, counted at each size. */
  int count() {
    return pairs.size();
  }

  /** The batch of a number. */
  Batch batch(long number, int size) {
    SplittableRandom random = new SplittableRandom(seed * 1_000_003 + number);
    float[] small = new float[size * 3 * SMALL * SMALL];
    float[] large = new float[size * 3 * LARGE * LARGE];
    for (int i = 0; i < size; i++) {
      Pair pair = pairs.get(random.nextInt(pairs.size()));
      int x = random.nextInt(pair.x0, pair.x1 + 1);
      int y = random.nextInt(pair.y0, pair.y1 + 1);
      int turn = random.nextInt(8);
      float gain = (float) (1 + CONTRAST * (2 * random.nextDouble() - 1));
      float shift = (float) (BRIGHTNESS * (2 * random.nextDouble() - 1) + 0.5 * (1 - gain));
      int factor = SuperResolutionNet.FACTOR;
      cut(pair.small, x, y, SMALL, turn, gain, shift, small, i);
      cut(pair.large, factor * x, factor * y, LARGE, turn, gain, shift, large, i);
    }
    for (int i = 0; i < small.length; i++) {
      small[i] = Math.max(0, Math.min(255, Math.round(255 * small[i]))) / 255f;
    }
    return new Batch(size, small, large);
  }

  /** Copies a square, its columns, rows or diagonals exchanged as the bits of the turn say. */
  private static void cut(
      Image image,
      int left,
      int top,
      int side,
      int turn,
      float gain,
      float shift,
      float[] out,
      int number) {
    int plane = side * side;
    int o = number * 3 * plane;
    for (int y = 0; y < side; y++) {
      for (int x = 0; x < side; x++, o++) {
        int u = (turn & 4) == 0 ? x : y;
        int v = (turn & 4) == 0 ? y : x;
        u = (turn & 1) == 0 ? u : side - 1 - u;
        v = (turn & 2) == 0 ? v : side - 1 - v;
        int in = image.index(left + u, top + v);
        for (int c = 0; c < 3; c++) {
          out[o + c * plane] = gain / 255f * (image.data()[in + c] & 0xff) + shift;
        }
      }
    }
  }
}
