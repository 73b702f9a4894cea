package io.github.mien.samples;

import io.github.mien.Mien;
import io.github.mien.encode.EncoderMethod;
import io.github.mien.encode.FaceMeasures;
import io.github.mien.encode.HogFeatures;
import io.github.mien.expression.Blendshape;
import io.github.mien.expression.Expression;
import io.github.mien.face.Face;
import io.github.mien.image.Image;
import io.github.mien.image.ImageKernels;
import io.github.mien.image.io.Images;
import java.nio.file.Path;

/** What a face shows, measured in several ways: PHOTO. */
public final class Measures {
  private Measures() {}

  /** Runs it. */
  public static void main(String[] args) throws Exception {
    Image photo = Images.read(Path.of(args[0]));
    // README: measures
    try (Mien mien = Mien.builder().encoder(EncoderMethod.JOINED).build()) {
      Face face = mien.align(photo).get(0);
      Expression expression = mien.encoder().encode(photo, face);
      FaceMeasures measures = FaceMeasures.of(face.landmarks());
      float[] texture = new HogFeatures(ImageKernels.java()).extract(photo, face);
      System.out.printf(
          "smile %.2f, mouth %.2f eye distances wide, %d numbers of texture%n",
          expression.get(Blendshape.MOUTH_SMILE_LEFT), measures.mouthWidth(), texture.length);
    }
    // README: end
  }
}
