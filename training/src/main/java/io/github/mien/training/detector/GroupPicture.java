package io.github.mien.training.detector;

import io.github.mien.face.Landmarks;
import io.github.mien.image.Image;
import java.util.List;

/**
 * A picture of several people.
 *
 * @param picture RGB
 * @param faces all faces in it, from the farthest to the nearest
 */
record GroupPicture(Image picture, List<Member> faces) {

  /**
   * One face.
   *
   * @param points where it was painted
   * @param visible share of its oval that nobody who was painted later covers
   */
  record Member(Landmarks points, double visible) {}
}
