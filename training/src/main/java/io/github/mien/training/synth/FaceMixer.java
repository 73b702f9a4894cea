package io.github.mien.training.synth;

import io.github.mien.expression.Expression;
import io.github.mien.face.Detection;
import io.github.mien.face.Face;
import io.github.mien.face.FaceCrop;
import io.github.mien.face.FaceMesh;
import io.github.mien.face.Landmarks;
import io.github.mien.image.Affine;
import io.github.mien.image.Image;
import io.github.mien.image.ImageKernels;
import io.github.mien.reconstruct.FacePhoto;
import io.github.mien.reconstruct.MeshWarpReconstructor;
import io.github.mien.training.data.Complexion;
import io.github.mien.training.data.EvenComplexions;
import io.github.mien.transfer.Motion;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Makes new faces out of photos of a few people: one face's points go towards another's, its
 * expression changes, its head turns, its skin is mixed with the other's, its background is
 * replaced. Pixels are moved by the warp that runs in production.
 */
public final class FaceMixer {
  private static final double SAME_POSE = 0.1;

  private final EvenComplexions<Portrait> portraits;
  private final List<Image> scenes;
  private final ImageKernels kernels = ImageKernels.java();
  private final MeshWarpReconstructor warp = new MeshWarpReconstructor(kernels);

  /**
   * A photo around one face.
   *
   * @param picture RGB
   * @param landmarks in its pixels
   */
  public record Portrait(Image picture, Landmarks landmarks) {}

  /**
   * @param portraits to mix
   * @param scenes for backgrounds
   */
  public FaceMixer(List<Portrait> portraits, List<Image> scenes) {
    this.portraits =
        new EvenComplexions<>(portraits, p -> Complexion.of(p.picture(), p.landmarks()));
    this.scenes = List.copyOf(scenes);
  }

  /** A new picture and where its points were meant to go. */
  public Portrait make(SplittableRandom random) {
    Portrait base = portraits.pick(random);
    Portrait other = aligned(partner(base, random), base);
    Landmarks wanted = shape(base.landmarks(), other.landmarks(), random);
    Image picture = moved(base, wanted, random.nextBoolean() ? other : null);
    if (random.nextDouble() < 0.45) {
      Image second = moved(other, wanted, base);
      matchColours(second, picture, wanted);
      double unit = wanted.eyeDistance();
      new OutlineMask(wanted, random.nextDouble(0.85, 1.0), unit * random.nextDouble(0.08, 0.3))
          .mix(picture, second, random.nextDouble(0.3, 1.0), false);
    }
    if (random.nextDouble() < 0.3) {
      Image scene = scenes.get(random.nextInt(scenes.size()));
      Image background = Image.create(picture.width(), picture.height(), 3);
      RandomCrop.of(scene, random).cut(scene, kernels, background);
      double unit = wanted.eyeDistance();
      new OutlineMask(wanted, random.nextDouble(1.1, 1.4), unit * random.nextDouble(0.03, 0.3))
          .mix(picture, background, 1, true);
    }
    return new Portrait(picture, wanted);
  }

  private Landmarks shape(Landmarks base, Landmarks other, SplittableRandom random) {
    ShapeChange change = new ShapeChange(base, random);
    if (random.nextDouble() < 0.8) {
      change.mix(other);
    }
    if (random.nextDouble() < 0.35) {
      change.pullMouth();
    }
    if (random.nextDouble() < 0.35) {
      change.moveBrows();
    }
    if (random.nextDouble() < 0.3) {
      change.dropJaw();
    }
    if (random.nextDouble() < 0.35) {
      change.blink();
    }
    if (random.nextDouble() < 0.3) {
      change.dent();
    }
    if (random.nextDouble() < 0.5) {
      change.turn(
          Math.toRadians(random.nextDouble(-28, 28)), Math.toRadians(random.nextDouble(-14, 14)));
    }
    return change.result();
  }

  /** Another photo whose head is turned about as much. */
  private Portrait partner(Portrait base, SplittableRandom random) {
    Portrait best = base;
    double difference = Double.MAX_VALUE;
    for (int tries = 0; tries < 12 && difference > SAME_POSE; tries++) {
      Portrait other = portraits.pick(random);
      double d = Math.abs(turned(other.landmarks()) - turned(base.landmarks()));
      if (other != base && d < difference) {
        best = other;
        difference = d;
      }
    }
    return best;
  }

  /** Where the nose lies between the eyes, 0 for a face seen from the front. */
  private static double turned(Landmarks face) {
    double x = FaceCrop.of(face).toFractions(face).x(FaceMesh.NOSE_TIP);
    Landmarks level = FaceCrop.of(face).toFractions(face);
    double eyes = (level.x(FaceMesh.RIGHT_EYE_OUTER) + level.x(FaceMesh.LEFT_EYE_OUTER)) / 2;
    return (x - eyes) / level.eyeDistance();
  }

  /** A portrait in the frame of another, eyes and nose on its. */
  private Portrait aligned(Portrait portrait, Portrait to) {
    double[] from = portrait.landmarks().xy(FaceMesh.stable());
    Affine map = Affine.similarity(from, to.landmarks().xy(FaceMesh.stable()));
    Image picture = Image.create(to.picture().width(), to.picture().height(), 3);
    kernels.warp(portrait.picture(), map.inverse(), picture);
    return new Portrait(picture, portrait.landmarks().map(map));
  }

  private Image moved(Portrait portrait, Landmarks wanted, @Nullable Portrait source) {
    Image out = portrait.picture().copy();
    warp.reconstruct(
        photo(portrait),
        new Motion(Expression.NEUTRAL, portrait.landmarks(), wanted),
        source == null ? null : photo(source),
        out);
    return out;
  }

  private static FacePhoto photo(Portrait portrait) {
    Detection detection = new Detection(portrait.landmarks().bounds(), 1, new float[10]);
    return new FacePhoto(
        portrait.picture(), new Face(detection, portrait.landmarks(), 1, new float[0]));
  }

  /** Gives the face of a picture the mean and spread of another's colours. */
  private static void matchColours(Image picture, Image like, Landmarks face) {
    OutlineMask mask = new OutlineMask(face, 0.9, 1);
    double[] sums = new double[12];
    int count = 1;
    for (int y = 0; y < picture.height(); y += 3) {
      for (int x = 0; x < picture.width(); x += 3) {
        if (mask.inside(x, y) > 0.5) {
          count++;
          for (int k = 0; k < 3; k++) {
            double a = picture.sample(x, y, k);
            double b = like.sample(x, y, k);
            sums[k] += a;
            sums[3 + k] += a * a;
            sums[6 + k] += b;
            sums[9 + k] += b * b;
          }
        }
      }
    }
    byte[] data = picture.data();
    for (int k = 0; k < 3; k++) {
      double meanA = sums[k] / count;
      double meanB = sums[6 + k] / count;
      double spreadA = Math.sqrt(Math.max(1, sums[3 + k] / count - meanA * meanA));
      double spreadB = Math.sqrt(Math.max(1, sums[9 + k] / count - meanB * meanB));
      double gain = Math.max(0.6, Math.min(1.6, spreadB / spreadA));
      for (int i = k; i < data.length; i += 3) {
        double v = meanB + gain * ((data[i] & 0xff) - meanA);
        data[i] = (byte) (int) Math.max(0, Math.min(255, v + 0.5));
      }
    }
  }
}
