package io.github.mien.samples;

import io.github.mien.Mien;
import io.github.mien.blend.Mask;
import io.github.mien.expression.Presets;
import io.github.mien.image.Image;
import io.github.mien.image.io.Images;
import io.github.mien.reconstruct.Occluder;
import io.github.mien.reconstruct.Visibility;
import java.nio.file.Path;

/** A laugh behind something that a mask, white on black, says is in front: TARGET MASK OUT. */
public final class OwnMask {
  private OwnMask() {}

  /** Runs it. */
  public static void main(String[] args) throws Exception {
    Image portrait = Images.read(Path.of(args[0]));
    Mask mask = mask(Images.read(Path.of(args[1])));
    Path out = Path.of(args[2]);
    // README: own mask
    Visibility drawn = photo -> Occluder.of(photo.face().landmarks(), mask);
    try (Mien mien = Mien.builder().occlusion(drawn).build()) {
      mien.target(portrait).show(Presets.embedded().get("laugh")).write(out);
    }
    // README: end
  }

  private static Mask mask(Image drawn) {
    Mask mask = Mask.create(drawn.width(), drawn.height());
    for (int y = 0; y < drawn.height(); y++) {
      for (int x = 0; x < drawn.width(); x++) {
        mask.data()[mask.index(x, y)] = (byte) (drawn.sample(x, y, 0) / 128);
      }
    }
    return mask;
  }
}
