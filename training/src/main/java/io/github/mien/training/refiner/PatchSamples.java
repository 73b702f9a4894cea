package io.github.mien.training.refiner;

import io.github.mien.face.FacePatch;
import io.github.mien.face.Landmarks;
import io.github.mien.image.Affine;
import io.github.mien.image.Image;
import io.github.mien.image.ImageKernels;
import io.github.mien.image.Rect;
import io.github.mien.inference.Planes;
import io.github.mien.training.data.EvenComplexions;
import io.github.mien.training.synth.Appearance;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Makes training samples: patches cut out a little off, changed in appearance, with the points that
 * a landmarker would have there. Sample n is the same whenever and wherever it is made.
 */
final class PatchSamples {
  private static final double GENERATED = 0.5;
  private static final double UNCHANGED = 0.15;
  private static final double OCCLUDED = 0.5;

  private final PatchedPart part;
  private final EvenComplexions<PatchSource> photos;
  private final EvenComplexions<PatchSource> generated;
  private final Appearance appearance;
  private final long seed;

  PatchSamples(
      PatchedPart part,
      List<PatchSource> photos,
      List<PatchSource> generated,
      List<Image> scenes,
      long seed) {
    this.part = part;
    this.photos = new EvenComplexions<>(photos, PatchSource::complexion);
    this.generated = new EvenComplexions<>(generated, PatchSource::complexion);
    this.appearance = new Appearance(scenes);
    this.seed = seed;
  }

  PatchBatch batch(long first, int size) {
    PatchBatch batch = PatchBatch.create(size, part.points());
    for (int i = 0; i < size; i++) {
      fill(batch, i, new SplittableRandom(seed * 1_000_003 + first + i));
    }
    return batch;
  }

  private void fill(PatchBatch batch, int slot, SplittableRandom random) {
    boolean made = !generated.isEmpty() && random.nextDouble() < GENERATED;
    PatchSource face = (made ? generated : photos).pick(random);
    FacePatch patch = part.patches().get(random.nextInt(part.patches().size()));
    Affine toPicture = patch.toPicture(face.landmarks(), jitter(random));
    Image picture = changed(square(face.picture(), toPicture), random);
    Planes.write(middle(picture), 1 / 127.5f, -1, batch.images(), slot * PatchBatch.PICTURE);

    int at = slot * 2 * part.points();
    Affine toPatch = toPicture.inverse();
    patch.write(face.landmarks(), toPatch, batch.labels(), at);
    patch.write(known(face, random), toPatch, batch.known(), at);
    face.sensitivity()
        .write(
            patch.points(),
            patch.toPicture(face.landmarks()),
            batch.sensitivity(),
            at * Sensitivity.COEFFICIENTS);
  }

  /**
   * The patch with as much above and below it as makes a square, which {@link Appearance} needs.
   */
  private static Image square(Image picture, Affine toPicture) {
    int width = FacePatch.WIDTH, height = FacePatch.HEIGHT;
    double above = (width - height) / 2.0;
    Affine toFractions =
        new Affine(
            1.0 / width, 0, 0.5 / width - 0.5, 0, 1.0 / height, (0.5 - above) / height - 0.5);
    Image square = Image.create(width, width, 3);
    ImageKernels.java().warp(picture, toFractions.then(toPicture), square);
    return square;
  }

  private static Image middle(Image square) {
    int above = (FacePatch.WIDTH - FacePatch.HEIGHT) / 2;
    return square.view(new Rect(0, above, FacePatch.WIDTH, FacePatch.HEIGHT));
  }

  private Image changed(Image picture, SplittableRandom random) {
    if (random.nextDouble() < UNCHANGED) {
      return picture;
    }
    return random.nextDouble() < OCCLUDED
        ? appearance.apply(picture, random)
        : appearance.applyLight(picture, random);
  }

  /** What a landmarker reads, its errors made as large as on faces that it does not know. */
  private static Landmarks known(PatchSource face, SplittableRandom random) {
    Landmarks reading = face.readings().get(random.nextInt(face.readings().size()));
    double factor = random.nextDouble(face.readingErrors()[0], face.readingErrors()[1]);
    float[] label = face.landmarks().toArray();
    float[] xyz = reading.toArray();
    for (int i = 0; i < xyz.length; i++) {
      xyz[i] = (float) (label[i] + factor * (xyz[i] - label[i]));
    }
    return Landmarks.of(xyz);
  }

  /**
   * Off by more than a landmarker's points are; stretched a little, one face passes for several.
   */
  private static Affine jitter(SplittableRandom random) {
    double stretch = Math.exp(0.05 * random.nextGaussian());
    double shear = 0.03 * random.nextGaussian();
    return Affine.similarity(
            Math.exp(0.05 * random.nextGaussian()),
            Math.toRadians(4) * random.nextGaussian(),
            0.01 * random.nextGaussian(),
            0.01 * random.nextGaussian())
        .then(new Affine(stretch, shear, 0, 0, 1 / stretch, 0));
  }
}
