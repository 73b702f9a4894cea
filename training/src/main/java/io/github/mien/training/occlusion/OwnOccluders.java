package io.github.mien.training.occlusion;

import io.github.mien.image.Image;
import io.github.mien.image.ImageKernels;
import io.github.mien.training.net.Parameters;
import java.io.IOException;
import java.nio.file.Path;

/**
 * What photos themselves show in front of faces, glasses and fringes above all, as a network sees
 * it that was trained before. No label tells of it. A student that sees the photo dimmed, blurred
 * or noisy learns from what its teacher saw in the clear one (Noisy Student, Xie and others 2020,
 * arXiv:1911.04252).
 */
final class OwnOccluders {
  /** Pixels on a side of a whole portrait; a face is then as large in it as in its crop. */
  private static final int SIDE = 256;

  private final Parameters teacher = new Parameters();

  /**
   * @param checkpoint of the teacher
   */
  OwnOccluders(Path checkpoint) throws IOException {
    teacher.load(checkpoint);
  }

  /** The portrait with what is in front of its face, grey levels of 0..255. */
  Portrait seenIn(Portrait portrait) {
    Image small = Image.create(SIDE, SIDE, 3);
    ImageKernels.java().resize(portrait.picture(), small);
    float[] hidden = VisibilityNet.NET.findTwice(teacher, small);
    Image grey = Image.create(SIDE, SIDE, 3);
    for (int i = 0; i < hidden.length; i++) {
      for (int c = 0; c < 3; c++) {
        grey.data()[3 * i + c] = (byte) Math.round(255 * hidden[i]);
      }
    }
    Image own = Image.create(portrait.picture().width(), portrait.picture().height(), 3);
    ImageKernels.java().resize(grey, own);
    return new Portrait(portrait.picture(), portrait.points(), portrait.bare(), own);
  }
}
