package io.github.mien.samples;

import io.github.mien.blend.BlendMode;
import io.github.mien.blend.Blender;
import io.github.mien.blend.Mask;
import io.github.mien.image.Image;
import io.github.mien.image.io.Images;
import java.nio.file.Path;

/** Pastes the middle of a picture into another, without a seam: PHOTO TARGET OUT. */
public final class Blending {
  private Blending() {}

  /** Runs it. */
  public static void main(String[] args) throws Exception {
    Image patch = Images.read(Path.of(args[0]));
    Image photo = Images.read(Path.of(args[1]));
    Path out = Path.of(args[2]);
    // README: blending
    Mask mask = Mask.create(patch.width(), patch.height());
    for (int y = patch.height() / 4; y < patch.height() * 3 / 4; y++) {
      for (int x = patch.width() / 4; x < patch.width() * 3 / 4; x++) {
        mask.data()[mask.index(x, y)] = 1;
      }
    }
    Blender.java().blend(patch, mask, photo, 0, 0, BlendMode.NORMAL);
    Images.write(photo, out);
    // README: end
  }
}
