package io.github.mien.face;

import io.github.mien.image.Affine;
import io.github.mien.image.Image;
import io.github.mien.image.ImageKernels;
import java.util.Arrays;

/**
 * A part of a face that {@link LandmarkRefiner} looks at again, larger than in the face's crop. The
 * eyes are level. The left eye is mirrored, so that one network reads both; the lips are seen as
 * they are and mirrored, so that neither corner is read otherwise than the other.
 *
 * <p>Coordinates within are fractions of width and height from the centre, so that it spans
 * -0.5..0.5 in both directions.
 */
public enum FacePatch {
  /** The person's right eye with its brow. */
  RIGHT_EYE(
      false,
      Frame.EYE,
      new int[] {FaceMesh.RIGHT_EYE_OUTER, FaceMesh.RIGHT_EYE_INNER},
      FaceMesh.rightEye(),
      FaceMesh.rightBrow(),
      new int[] {468, 469, 470, 471, 472}),

  /** The person's left eye with its brow, mirrored. */
  LEFT_EYE(
      true,
      Frame.EYE,
      new int[] {FaceMesh.LEFT_EYE_OUTER, FaceMesh.LEFT_EYE_INNER},
      FaceMesh.leftEye(),
      FaceMesh.leftBrow(),
      new int[] {473, 476, 475, 474, 477}),

  /** The lips. */
  MOUTH(false, Frame.MOUTH, Frame.CORNERS, FaceMesh.innerLips(), FaceMesh.outerLips()),

  /** The lips, mirrored. */
  MIRRORED_MOUTH(
      true,
      Frame.MOUTH,
      Frame.CORNERS,
      new int[] {
        308, 415, 310, 311, 312, 13, 82, 81, 80, 191, 78, 95, 88, 178, 87, 14, 317, 402, 318, 324
      },
      new int[] {
        291, 409, 270, 269, 267, 0, 37, 39, 40, 185, 61, 146, 91, 181, 84, 17, 314, 405, 321, 375
      });

  /** Pixels across. */
  public static final int WIDTH = 64;

  /** Pixels down. */
  public static final int HEIGHT = 48;

  /** From pixels to fractions. */
  private static final Affine TO_FRACTIONS =
      new Affine(1.0 / WIDTH, 0, 0.5 / WIDTH - 0.5, 0, 1.0 / HEIGHT, 0.5 / HEIGHT - 0.5);

  private final boolean mirrored;
  private final Frame frame;
  private final int[] anchors;
  private final int[] points;

  FacePatch(boolean mirrored, Frame frame, int[] anchors, int[]... parts) {
    this.mirrored = mirrored;
    this.frame = frame;
    this.anchors = anchors;
    this.points = Arrays.stream(parts).flatMapToInt(Arrays::stream).toArray();
  }

  /** The points that are read in it, in the network's order; a fresh array. */
  public int[] points() {
    return points.clone();
  }

  /** The map from fractions of the patch to the picture that a face's points are in. */
  public Affine toPicture(Landmarks face) {
    return toPicture(face, Affine.IDENTITY);
  }

  /**
   * The same for a patch that is a little off.
   *
   * @param jitter a map about the anchors' mean, in sides of the face's crop, before mirroring
   */
  public Affine toPicture(Landmarks face, Affine jitter) {
    double x = 0, y = 0;
    for (int anchor : anchors) {
      x += face.x(anchor) / anchors.length;
      y += face.y(anchor) / anchors.length;
    }
    FaceCrop crop = FaceCrop.of(face);
    return new Affine(frame.width, 0, frame.x, 0, frame.height, frame.y)
        .then(jitter)
        .then(new Affine(mirrored ? -1 : 1, 0, 0, 0, 1, 0))
        .then(Affine.similarity(crop.side(), crop.angle(), x, y));
  }

  /**
   * Cuts the patch out of a picture, pixels beyond its border repeated.
   *
   * @param picture read only
   * @param toPicture as {@link #toPicture(Landmarks)} has it
   */
  public static Image cut(Image picture, ImageKernels kernels, Affine toPicture) {
    Image patch = Image.create(WIDTH, HEIGHT, picture.channels());
    kernels.warp(picture, TO_FRACTIONS.then(toPicture), patch);
    return patch;
  }

  /**
   * The points that are read in the patch, in its fractions.
   *
   * @param face in picture coordinates
   * @param toPatch from the picture to fractions of the patch
   * @param fractions overwritten from {@code offset} on with x, y of each
   * @param offset index of the first x
   */
  public void write(Landmarks face, Affine toPatch, float[] fractions, int offset) {
    int at = offset;
    for (int point : points) {
      fractions[at++] = (float) toPatch.mapX(face.x(point), face.y(point));
      fractions[at++] = (float) toPatch.mapY(face.x(point), face.y(point));
    }
  }

  /**
   * Where a patch lies, in sides of the face's crop.
   *
   * @param x of the centre, from the mean of the anchors
   * @param y of the centre
   * @param width of the patch
   * @param height of the patch
   */
  private record Frame(double x, double y, double width, double height) {
    static final Frame EYE = new Frame(-0.01, -0.055, 0.33, 0.2475);
    static final Frame MOUTH = new Frame(0, 0, 0.39, 0.2925);
    static final int[] CORNERS = {FaceMesh.MOUTH_RIGHT, FaceMesh.MOUTH_LEFT, 0, 17};
  }
}
