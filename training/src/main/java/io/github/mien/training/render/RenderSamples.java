package io.github.mien.training.render;

import io.github.mien.face.FaceCrop;
import io.github.mien.image.Affine;
import io.github.mien.image.Image;
import io.github.mien.image.ImageKernels;
import io.github.mien.inference.Planes;
import io.github.mien.reconstruct.RenderGate;
import io.github.mien.reconstruct.RenderMaps;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Cuts moved faces and their truths into crops, a little off, larger or smaller, brighter or
 * darker, some with holes. Reproducible from the seed.
 */
final class RenderSamples {
  private static final double SMALLEST = 0.8;
  private static final double LARGEST = 1.2;
  private static final double SHIFT = 0.05;
  private static final double TURN = 0.15;
  private static final double BRIGHTNESS = 0.2;
  private static final double CONTRAST = 0.3;
  private static final double TINT = 0.06;

  /** How often there are holes. */
  private static final double HOLED = 0.25;

  /** In the place of {@link RenderBatch#exact} for a part of the way. */
  private static final float PARTLY = -1;

  private static final int MOUTH = 4;

  /** Standard deviation, in pixels, of what is learnt of a part of the way. */
  private static final double SMOOTH = 2;

  private final MovedFaces faces;
  private final long seed;

  RenderSamples(MovedFaces faces, long seed) {
    this.faces = faces;
    this.seed = seed;
  }

  /** The batch of a number. */
  RenderBatch batch(long number, int size) {
    SplittableRandom random = new SplittableRandom(seed * 1_000_003 + number);
    RenderBatch batch = RenderBatch.empty(size);
    for (int i = 0; i < size; i++) {
      Moved face = faces.any(random);
      cut(face, jitter(FaceCrop.of(face.to()), random), batch, i);
      relight(batch, i, random);
      if (random.nextDouble() < HOLED) {
        Holes.punch(batch, i, random);
      }
    }
    return batch;
  }

  /** Writes a face into a place of a batch, as the pipeline would cut it. */
  static void cut(Moved face, RenderBatch batch, int place) {
    cut(face, FaceCrop.of(face.to()), batch, place);
  }

  private static void cut(Moved face, FaceCrop crop, RenderBatch batch, int place) {
    ImageKernels kernels = ImageKernels.java();
    int side = RenderBatch.SIDE;
    Image picture = Image.create(side, side, 3);
    Image truth = Image.create(side, side, 3);
    Affine toPicture = crop.toPicture(side);
    kernels.warp(face.picture(), toPicture, picture);
    kernels.warp(face.truth(), toPicture.then(face.toTruth()), truth);
    int at = 3 * RenderBatch.PLANE * place;
    Planes.write(picture, 1 / 255f, 0, batch.picture(), at);
    Planes.write(truth, 1 / 255f, 0, batch.truth(), at);
    RenderMaps maps = RenderMaps.draw(face.from(), face.to(), crop, RenderBatch.MAP_SIDE);
    maps.write(batch.maps(), RenderMaps.COUNT * RenderBatch.MAP_PLANE * place);
    float[] gate = RenderGate.of(maps, kernels);
    System.arraycopy(gate, 0, batch.gate(), RenderBatch.MAP_PLANE * place, gate.length);
    int first = RenderBatch.PLANE * place;
    Arrays.fill(batch.seen(), first, first + RenderBatch.PLANE, 1);
    batch.exact()[place] = face.exact() ? 1 : 0;
    if (face.whole() != null) {
      goPartly(face.whole(), face.part(), crop, batch, place);
    } else if (!face.exact()) {
      matchLight(batch, place, maps);
    }
  }

  /** Makes the truth the picture and a part of what the whole move lacks, the mouth left out. */
  private static void goPartly(
      Moved whole, double part, FaceCrop crop, RenderBatch batch, int place) {
    RenderBatch wholly = RenderBatch.empty(1);
    cut(whole, crop, wholly, 0);
    batch.exact()[place] = PARTLY;
    int side = RenderBatch.SIDE;
    int maps = RenderMaps.COUNT * RenderBatch.MAP_PLANE * place;
    for (int c = 0; c < 3; c++) {
      float[] lacks = new float[RenderBatch.PLANE];
      for (int i = 0; i < lacks.length; i++) {
        int mouth =
            MOUTH * RenderBatch.MAP_PLANE + i / side / 2 * RenderBatch.MAP_SIDE + i % side / 2;
        if (wholly.maps()[mouth] == 0 && batch.maps()[maps + mouth] == 0) {
          int at = c * RenderBatch.PLANE + i;
          lacks[i] = wholly.truth()[at] - wholly.picture()[at];
        }
      }
      ImageKernels.java().blur(lacks, side, side, SMOOTH, lacks);
      for (int i = 0, at = (3 * place + c) * RenderBatch.PLANE; i < lacks.length; i++, at++) {
        batch.truth()[at] = (float) (batch.picture()[at] + part * lacks[i]);
      }
    }
  }

  /** Two photos of one session differ a little in light: the truth gets the picture's. */
  private static void matchLight(RenderBatch batch, int place, RenderMaps maps) {
    float[] face = maps.face();
    float[] mouth = maps.mouth();
    int side = RenderBatch.SIDE;
    for (int c = 0; c < 3; c++) {
      int at = (3 * place + c) * RenderBatch.PLANE;
      double has = 1e-6, wants = 1e-6;
      for (int i = 0; i < RenderBatch.PLANE; i++) {
        int m = i / side / 2 * RenderBatch.MAP_SIDE + i % side / 2;
        if (face[m] > mouth[m]) {
          has += batch.truth()[at + i];
          wants += batch.picture()[at + i];
        }
      }
      float gain = (float) (wants / has);
      for (int i = at; i < at + RenderBatch.PLANE; i++) {
        batch.truth()[i] = Math.min(1, gain * batch.truth()[i]);
      }
    }
  }

  private static FaceCrop jitter(FaceCrop crop, SplittableRandom random) {
    double side = crop.side() * Math.exp(between(Math.log(SMALLEST), Math.log(LARGEST), random));
    return new FaceCrop(
        crop.centerX() + side * between(-SHIFT, SHIFT, random),
        crop.centerY() + side * between(-SHIFT, SHIFT, random),
        side,
        crop.angle() + between(-TURN, TURN, random));
  }

  private static void relight(RenderBatch batch, int place, SplittableRandom random) {
    double contrast = between(1 - CONTRAST, 1 + CONTRAST, random);
    double shift = between(-BRIGHTNESS, BRIGHTNESS, random) + 0.5 * (1 - contrast);
    for (int c = 0; c < 3; c++) {
      float gain = (float) (contrast * between(1 - TINT, 1 + TINT, random));
      int from = (3 * place + c) * RenderBatch.PLANE;
      for (float[] levels : new float[][] {batch.picture(), batch.truth()}) {
        for (int i = from; i < from + RenderBatch.PLANE; i++) {
          levels[i] = (float) Math.max(0, Math.min(1, gain * levels[i] + shift));
        }
      }
    }
  }

  private static double between(double low, double high, SplittableRandom random) {
    return low + (high - low) * random.nextDouble();
  }
}
