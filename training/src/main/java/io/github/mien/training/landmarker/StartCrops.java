package io.github.mien.training.landmarker;

import io.github.mien.face.FaceCrop;
import io.github.mien.face.Landmarks;
import java.util.SplittableRandom;

/** Crops as a rough detector would start from, for measuring. */
public final class StartCrops {
  private StartCrops() {}

  /** The face's crop, off by up to 15 degrees, 15 % in size and 8 % in place. */
  public static FaceCrop jittered(Landmarks points, SplittableRandom random) {
    FaceCrop crop = FaceCrop.of(points);
    return new FaceCrop(
        crop.centerX() + crop.side() * random.nextDouble(-0.08, 0.08),
        crop.centerY() + crop.side() * random.nextDouble(-0.08, 0.08),
        crop.side() * random.nextDouble(0.85, 1.15),
        crop.angle() + Math.toRadians(random.nextDouble(-15, 15)));
  }
}
