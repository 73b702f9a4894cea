package io.github.mien.training.morphable;

import io.github.mien.expression.HeadPose;
import io.github.mien.face.Landmarks;
import io.github.mien.morphable.Camera;
import io.github.mien.morphable.HeadFrame;
import io.github.mien.morphable.MorphableFitter;
import io.github.mien.morphable.MorphableModel;
import io.github.mien.training.data.PairedPerson;

/**
 * Somebody whose head was turned: where the points at rest and smiling are seen then. Both are in
 * one frame, so the difference is what the smile moves.
 *
 * @param rest points at rest, turned
 * @param smile points smiling, turned
 * @param unit distance between the outer corners of the eyes before projection, in pixels
 */
record TurnedPerson(Landmarks rest, Landmarks smile, double unit) {

  /**
   * @param person in photos from the front
   * @param pose to turn to
   * @param distance of the camera in eye distances
   */
  static TurnedPerson of(
      PairedPerson person, HeadPose pose, double distance, MorphableModel model) {
    MorphableFitter fitter = new MorphableFitter(model);
    float[] at = person.rest().landmarks().toArray();
    HeadFrame front = fitter.frame(at);
    float[] rest = front.toCanonical(at);
    float[] other = person.smile().landmarks().toArray();
    float[] smile = HeadFrame.between(rest, other, model.rigidity()).toCanonical(other);
    double unit = front.scale();
    float[] middle = front.toPicture(new float[3]);
    HeadFrame turned = HeadFrame.of(pose, unit, middle[0], middle[1]);
    Camera camera = new Camera.Perspective(distance * unit, middle[0], middle[1]);
    return new TurnedPerson(seen(rest, turned, camera), seen(smile, turned, camera), unit);
  }

  private static Landmarks seen(float[] shape, HeadFrame frame, Camera camera) {
    float[] xyz = frame.toPicture(shape);
    camera.project(xyz);
    return Landmarks.of(xyz);
  }
}
