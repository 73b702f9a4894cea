package io.github.mien.morphable;

import io.github.mien.face.Box;
import io.github.mien.face.Landmarks;

/**
 * How a head that a {@link HeadFrame} has placed is seen. Points are x, y, z in pixels: z is depth
 * behind the plane through the origin of the canonical frame, in which x and y are as in the
 * picture.
 */
public sealed interface Camera permits Camera.WeakPerspective, Camera.Perspective {
  /** A camera far away: scaled orthographic projection. */
  Camera FAR = new WeakPerspective();

  /**
   * Moves points to where they are seen; z stays as it is.
   *
   * @param xyz of any number of points, x and y modified
   * @throws IllegalArgumentException if a point is not in front of the camera
   */
  void project(float[] xyz);

  /**
   * The inverse: moves points that are seen to where they would be seen from far away.
   *
   * @param xyz of any number of points, x and y modified; z as {@link #project} has it
   */
  void unproject(float[] xyz);

  /** Depth makes no difference, which holds for long lenses and wherever nothing is known. */
  record WeakPerspective() implements Camera {
    @Override
    public void project(float[] xyz) {}

    @Override
    public void unproject(float[] xyz) {}
  }

  /**
   * A pinhole.
   *
   * @param focalLength in pixels; the origin of the canonical frame is as far from the camera
   * @param x principal point, the middle of an uncropped photo
   * @param y principal point
   */
  record Perspective(double focalLength, double x, double y) implements Camera {

    /** Checks the focal length. */
    public Perspective {
      if (!(focalLength > 0) || !Double.isFinite(focalLength)) {
        throw new IllegalArgumentException(
            "a focal length is a positive number of pixels, not " + focalLength);
      }
    }

    /**
     * The camera of an uncropped photo.
     *
     * @param width of the photo in pixels
     * @param height of the photo in pixels
     * @param fieldOfView along the longer side, in degrees; about 65 for a telephone's main camera
     */
    public static Perspective ofPhoto(int width, int height, double fieldOfView) {
      if (!(fieldOfView > 0 && fieldOfView < 180)) {
        throw new IllegalArgumentException(
            "a field of view is between 0 and 180 degrees, not " + fieldOfView);
      }
      double half = Math.max(width, height) / 2.0;
      return new Perspective(
          half / Math.tan(Math.toRadians(fieldOfView / 2)), (width - 1) / 2.0, (height - 1) / 2.0);
    }

    /**
     * The camera of a portrait of which only the distance is known.
     *
     * @param face in the picture
     * @param distance of the eyes from the camera in units of the distance between their outer
     *     corners; about 6 at arm's length, 15 in a studio
     */
    public static Perspective ofPortrait(Landmarks face, double distance) {
      Box box = face.bounds();
      return new Perspective(
          distance * face.eyeDistance(), (box.x0() + box.x1()) / 2, (box.y0() + box.y1()) / 2);
    }

    @Override
    public void project(float[] xyz) {
      for (int i = 0; i < xyz.length; i += 3) {
        double depth = focalLength + xyz[i + 2];
        if (depth <= 0) {
          throw new IllegalArgumentException(
              "point %d is behind the camera; is the focal length of %.0f pixels right?"
                  .formatted(i / 3, focalLength));
        }
        double shrink = focalLength / depth;
        xyz[i] = (float) (x + (xyz[i] - x) * shrink);
        xyz[i + 1] = (float) (y + (xyz[i + 1] - y) * shrink);
      }
    }

    @Override
    public void unproject(float[] xyz) {
      for (int i = 0; i < xyz.length; i += 3) {
        double grow = (focalLength + xyz[i + 2]) / focalLength;
        xyz[i] = (float) (x + (xyz[i] - x) * grow);
        xyz[i + 1] = (float) (y + (xyz[i + 1] - y) * grow);
      }
    }
  }
}
