package io.github.mien.training.landmarker;

import io.github.mien.face.FaceCrop;
import io.github.mien.face.Landmarks;
import io.github.mien.image.Affine;
import io.github.mien.image.Image;
import io.github.mien.image.ImageKernels;
import io.github.mien.training.data.EvenComplexions;
import io.github.mien.training.data.Mirror;
import io.github.mien.training.synth.Appearance;
import io.github.mien.training.synth.RandomCrop;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Makes training samples: a face is cut out as the first or the second pass of the pipeline would,
 * more or less off, and changed in appearance. Sample n is the same whenever and wherever it is
 * made.
 */
final class SampleMaker {
  private static final double NEGATIVES = 0.05;
  private static final double GENERATED = 0.45;
  private static final double SECOND_PASS = 0.65;
  private static final double UNCHANGED = 0.15;

  private final EvenComplexions<FaceSource> photos;
  private final EvenComplexions<FaceSource> generated;
  private final List<Image> scenes;
  private final Mirror mirror;
  private final CoefficientMirror coefficientMirror;
  private final Appearance appearance;
  private final long seed;
  private final int[] seen = PointSplit.seen();
  private final int[] rest = PointSplit.rest();

  SampleMaker(
      List<FaceSource> photos,
      List<FaceSource> generated,
      List<Image> scenes,
      Mirror mirror,
      CoefficientMirror coefficientMirror,
      long seed) {
    this.photos = new EvenComplexions<>(photos, FaceSource::complexion);
    this.generated = new EvenComplexions<>(generated, FaceSource::complexion);
    this.scenes = scenes;
    this.mirror = mirror;
    this.coefficientMirror = coefficientMirror;
    this.appearance = new Appearance(scenes);
    this.seed = seed;
  }

  Batch batch(long first, int size) {
    Batch batch = Batch.create(size);
    for (int i = 0; i < size; i++) {
      fill(batch, i, new SplittableRandom(seed * 1_000_003 + first + i));
    }
    return batch;
  }

  /** Only the labels of a face, without its picture, into the first place of a batch. */
  void labels(Batch batch, long number) {
    SplittableRandom random = new SplittableRandom(seed * 1_000_033 + number);
    FaceSource face = anyFace(random);
    boolean mirrored = random.nextBoolean();
    Affine toPicture = jitter(mirrored, random).then(FaceCrop.of(face.landmarks()).toPicture());
    writeLabels(batch, 0, face, toPicture, mirrored);
  }

  private void fill(Batch batch, int slot, SplittableRandom random) {
    Image crop = Image.create(LandmarkNet.SIZE, LandmarkNet.SIZE, 3);
    if (random.nextDouble() < NEGATIVES) {
      Image scene = scenes.get(random.nextInt(scenes.size()));
      RandomCrop.of(scene, random).cut(scene, ImageKernels.java(), crop);
    } else {
      face(batch, slot, crop, random);
    }
    boolean unchanged = random.nextDouble() < UNCHANGED;
    Image shown = unchanged ? crop : appearance.apply(crop, random);
    Crops.write(shown, batch.images(), slot);
  }

  private void face(Batch batch, int slot, Image crop, SplittableRandom random) {
    FaceSource face = anyFace(random);
    boolean mirrored = random.nextBoolean();
    Affine toFace = jitter(mirrored, random);
    Affine toPicture = toFace.then(FaceCrop.of(face.landmarks()).toPicture());
    ImageKernels.java().warp(face.picture(), Crops.toFractions().then(toPicture), crop);
    writeLabels(batch, slot, face, toPicture, mirrored);
  }

  private void writeLabels(
      Batch batch, int slot, FaceSource face, Affine toPicture, boolean mirrored) {
    float[] points = face.landmarks().map(toPicture.inverse()).toArray();
    batch.face()[slot] = 1;
    int s = slot * 2 * PointSplit.SEEN;
    for (int point : seen) {
      int from = 3 * (mirrored ? mirror.of(point) : point);
      batch.seen()[s++] = points[from];
      batch.seen()[s++] = points[from + 1];
    }
    int r = slot * PointSplit.REST;
    for (int point : rest) {
      int from = 3 * (mirrored ? mirror.of(point) : point);
      batch.rest()[r++] = points[from];
      batch.rest()[r++] = points[from + 1];
    }
    for (int point = 0; point < Landmarks.COUNT; point++) {
      batch.rest()[r++] = points[3 * (mirrored ? mirror.of(point) : point) + 2];
    }
    batch.scored()[slot] = face.coefficients().length > 0 ? 1 : 0;
    for (int i = 0; i < face.coefficients().length; i++) {
      batch.coefficients()[slot * 52 + i] =
          face.coefficients()[mirrored ? coefficientMirror.of(i) : i];
    }
  }

  private FaceSource anyFace(SplittableRandom random) {
    boolean made = !generated.isEmpty() && random.nextDouble() < GENERATED;
    return (made ? generated : photos).pick(random);
  }

  /** From fractions of the sample's crop to those of the face's own crop. */
  private static Affine jitter(boolean mirrored, SplittableRandom random) {
    double angle, scale, shift;
    if (random.nextDouble() < SECOND_PASS) {
      angle = Math.toRadians(4) * normal(random);
      scale = Math.exp(0.04 * normal(random));
      shift = 0.025;
    } else {
      double widest = Math.toRadians(random.nextDouble() < 0.15 ? 60 : 25);
      angle = random.nextDouble(-widest, widest);
      scale = Math.exp(random.nextDouble(-0.22, 0.25));
      shift = 0.07;
    }
    double dx = Math.max(-0.15, Math.min(0.15, shift * normal(random)));
    double dy = Math.max(-0.15, Math.min(0.15, shift * normal(random)));
    // Stretched and sheared a little, one face passes for several.
    double stretch = Math.exp(0.05 * normal(random));
    double shear = 0.03 * normal(random);
    Affine shape = new Affine(stretch, shear, 0, 0, 1 / stretch, 0);
    Affine reflect = new Affine(mirrored ? -1 : 1, 0, 0, 0, 1, 0);
    return Affine.similarity(scale, angle, dx, dy).then(shape).then(reflect);
  }

  private static double normal(SplittableRandom random) {
    double sum = -6;
    for (int i = 0; i < 12; i++) {
      sum += random.nextDouble();
    }
    return sum;
  }
}
