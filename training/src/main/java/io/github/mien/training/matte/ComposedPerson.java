package io.github.mien.training.matte;

import io.github.mien.image.Image;
import io.github.mien.image.ImageKernels;
import io.github.mien.inference.Planes;

/**
 * A person before something, as the network sees it.
 *
 * @param picture RGB, {@link MatteBatch#SIDE} pixels a side
 * @param alpha how much of each pixel is the person, row by row
 * @param large the same picture, {@link Figure#SIDE} pixels a side
 * @param largeAlpha how much of each of its pixels is the person
 */
record ComposedPerson(Image picture, float[] alpha, Image large, float[] largeAlpha) {

  /**
   * Lays a person over a picture, which repeats its border where the photo ends.
   *
   * @param behind RGB, {@link Figure#SIDE} pixels a side; overwritten
   */
  static ComposedPerson of(Figure figure, Image behind) {
    figure.over(behind);
    return inPhoto(figure, behind);
  }

  /**
   * A person in a picture that shows them already.
   *
   * @param behind RGB, {@link Figure#SIDE} pixels a side
   */
  static ComposedPerson inPhoto(Figure figure, Image behind) {
    Image shown = Image.create(Figure.SIDE, Figure.SIDE, 3);
    float[] alpha = new float[MatteBatch.PLANE];
    float[] large = new float[Figure.SIDE * Figure.SIDE];
    for (int y = 0; y < Figure.SIDE; y++) {
      for (int x = 0; x < Figure.SIDE; x++) {
        int u = figure.shownX(x), v = figure.shownY(y);
        System.arraycopy(behind.data(), behind.index(u, v), shown.data(), shown.index(x, y), 3);
        large[y * Figure.SIDE + x] = figure.alpha(u, v);
        alpha[y / 2 * MatteBatch.SIDE + x / 2] += figure.alpha(u, v) / 4;
      }
    }
    Image picture = Image.create(MatteBatch.SIDE, MatteBatch.SIDE, 3);
    ImageKernels.java().resize(shown, picture);
    return new ComposedPerson(picture, alpha, shown, large);
  }

  /** Writes it into a batch. */
  void write(Image changed, MatteBatch batch, int at) {
    float[] planes = Planes.of(changed, 1 / 255f, 0).data();
    System.arraycopy(planes, 0, batch.picture(), at * planes.length, planes.length);
    System.arraycopy(alpha, 0, batch.alpha(), at * alpha.length, alpha.length);
  }
}
