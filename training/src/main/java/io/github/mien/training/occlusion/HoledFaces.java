package io.github.mien.training.occlusion;

import io.github.mien.image.Image;
import io.github.mien.training.data.LabelledPhoto;
import io.github.mien.training.synth.Chance;
import java.io.IOException;
import java.util.List;

/**
 * Makes faces with holes of the shape of what comes in front of faces, up to half of the face, in
 * any light. Reproducible from the seed.
 */
final class HoledFaces {
  private static final double MOST = 0.5;
  private static final double TWO = 0.25;
  private static final double BRIGHTNESS = 0.2;
  private static final double CONTRAST = 0.3;
  private static final double TINT = 0.08;

  private final CroppedPortraits portraits;
  private final Things things;
  private final long seed;

  /**
   * @param photos that may be learnt from
   */
  HoledFaces(List<LabelledPhoto> photos, List<Image> scenes, long seed) throws IOException {
    this.seed = seed;
    portraits = new CroppedPortraits(photos);
    Chance chance = Chance.of(seed);
    things = Things.learnt(scenes, portraits.some(0.25, chance), chance);
  }

  /** The batch of a number. */
  FillBatch batch(long number, int size) {
    Chance chance = Chance.of(seed * 1_000_003 + number);
    FillBatch batch = FillBatch.empty(size);
    for (int i = 0; i < size; i++) {
      AlignedFace face = portraits.any(chance);
      relight(face.picture(), chance);
      holed(face, chance).write(batch, i);
    }
    return batch;
  }

  private HoledFace holed(AlignedFace face, Chance chance) {
    while (true) {
      Layer layer = new Layer();
      AlignedFace tinted = new AlignedFace(face.picture().copy(), face.points());
      for (int n = chance.is(TWO) ? 2 : 1; n > 0; n--) {
        things.any(chance).draw(tinted, layer, chance);
      }
      HoledFace holed = HoledFace.of(face, layer);
      double share = holed.share();
      if (share > 0 && share < MOST) {
        return holed;
      }
    }
  }

  private static void relight(Image picture, Chance chance) {
    double contrast = chance.between(1 - CONTRAST, 1 + CONTRAST);
    double shift = 255 * (chance.between(-BRIGHTNESS, BRIGHTNESS) + 0.5 * (1 - contrast));
    byte[] data = picture.data();
    for (int c = 0; c < 3; c++) {
      double gain = contrast * chance.between(1 - TINT, 1 + TINT);
      for (int i = c; i < data.length; i += 3) {
        double level = gain * (data[i] & 0xff) + shift;
        data[i] = (byte) Math.max(0, Math.min(255, Math.round(level)));
      }
    }
  }
}
