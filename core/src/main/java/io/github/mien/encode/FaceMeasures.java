package io.github.mien.encode;

import io.github.mien.face.FaceMesh;
import io.github.mien.face.Landmarks;
import java.util.List;
import java.util.stream.Stream;

/**
 * Measures of a face that people have names for, from the iBUG 68 points and the centres of the
 * irises. Lengths are in units of the distance between the outer corners of the eyes, angles in
 * radians. They do not change when a face is moved, scaled or turned in the plane. "Left" and
 * "right" are the person's own; a mirrored face swaps them and changes the sign of what ends in
 * "Sideways".
 *
 * <p>In the formulas p0..p67 are the points in iBUG's order (Sagonas et al., "300 faces in-the-wild
 * challenge", ICCVW 2013), brought into a frame whose origin is the middle between the outer
 * corners p36 and p45, whose x axis points from p36 to p45, whose y axis points down the face, and
 * whose unit is |p36 - p45|. FAP means the facial animation parameters of MPEG-4 (ISO/IEC 14496-2),
 * AU the action units of FACS (Ekman and Friesen, 1978).
 *
 * @param rightBrowInnerHeight height of the brow's inner end over the inner corner of the eye,
 *     p39.y - p21.y (FAP 32, AU 1)
 * @param leftBrowInnerHeight p42.y - p22.y (FAP 31, AU 1)
 * @param rightBrowMiddleHeight height of the brow's middle over the eye's corners, (p36.y + p39.y)
 *     / 2 - p19.y (FAP 34, AU 4)
 * @param leftBrowMiddleHeight (p42.y + p45.y) / 2 - p24.y (FAP 33, AU 4)
 * @param rightBrowOuterHeight height of the brow's outer end over the outer corner of the eye,
 *     p36.y - p17.y (FAP 36, AU 2)
 * @param leftBrowOuterHeight p45.y - p26.y (FAP 35, AU 2)
 * @param rightBrowCurvature how far the brow's middle lies above the line through its ends, over
 *     the length of that line: twice the area of the triangle p17 p19 p21 over |p17 - p21|² (the
 *     sagitta of an arc over its chord, an eighth of length times curvature)
 * @param leftBrowCurvature the same of p26, p24, p22
 * @param browGap distance between the brows' inner ends, |p21 - p22| (FAP 37 and 38, AU 4)
 * @param rightEyeAspectRatio opening of the eye over its width, (|p37 - p41| + |p38 - p40|) / (2
 *     |p36 - p39|) (Soukupová and Čech, "Real-time eye blink detection using facial landmarks",
 *     CVWW 2016; FAP 20 and 22, AU 5, 7, 43)
 * @param leftEyeAspectRatio (|p43 - p47| + |p44 - p46|) / (2 |p42 - p45|)
 * @param rightGazeSideways how far the centre of the iris lies from the middle of the eye's corners
 *     towards the picture's right, over the eye's width, iris.x - (p36.x + p39.x) / 2 over |p36 -
 *     p39| (the eyeball's yaw of FAP 24, as seen); 0 where irises are not known
 * @param leftGazeSideways the same of p42 and p45 (FAP 23)
 * @param rightGazeDown the same downwards (the eyeball's pitch of FAP 26, as seen)
 * @param leftGazeDown the same of p42 and p45 (FAP 25)
 * @param mouthWidth |p48 - p54| (FAP 6 and 7, AU 20)
 * @param mouthOpening gap between the lips' inner edges, (|p61 - p67| + |p62 - p66| + |p63 - p65|)
 *     / 3 (FAP 4 and 5, AU 25)
 * @param rightMouthCornerAngle angle by which the line from the middle of the outer lips m = (p51 +
 *     p57) / 2 to the corner rises over the eyes' line, atan2(m.y - p48.y, m.x - p48.x) (FAP 13, AU
 *     12 and 15)
 * @param leftMouthCornerAngle atan2(m.y - p54.y, p54.x - m.x) (FAP 12)
 * @param rightMouthCornerDrop depth of the corner under the outer corner of the eye, p48.y - p36.y
 *     (FAP 13, AU 12 and 15)
 * @param leftMouthCornerDrop p54.y - p45.y (FAP 12)
 * @param mouthSideways shift of the middle of the corners from under the nose towards the picture's
 *     right, (p48.x + p54.x) / 2 - p33.x
 * @param upperLipThickness |p51 - p62| (AU 28)
 * @param lowerLipThickness |p57 - p66| (AU 28)
 * @param upperLipRaise distance from the nose to the upper lip, p51.y - p33.y (FAP 4, AU 10)
 * @param lowerLipHeight distance from the lower lip to the chin, p8.y - p57.y (FAP 16, AU 17)
 * @param noseWidth |p31 - p35| (FAP 61 and 62, AU 38)
 * @param noseLength |p27 - p33| (FAP 63 and 64, AU 9)
 * @param jawDrop distance from the nose to the chin, p8.y - p33.y (FAP 3, AU 26 and 27)
 * @param jawSideways shift of the chin from under the bridge of the nose towards the picture's
 *     right, p8.x - p27.x (FAP 15)
 */
public record FaceMeasures(
    float rightBrowInnerHeight,
    float leftBrowInnerHeight,
    float rightBrowMiddleHeight,
    float leftBrowMiddleHeight,
    float rightBrowOuterHeight,
    float leftBrowOuterHeight,
    float rightBrowCurvature,
    float leftBrowCurvature,
    float browGap,
    float rightEyeAspectRatio,
    float leftEyeAspectRatio,
    float rightGazeSideways,
    float leftGazeSideways,
    float rightGazeDown,
    float leftGazeDown,
    float mouthWidth,
    float mouthOpening,
    float rightMouthCornerAngle,
    float leftMouthCornerAngle,
    float rightMouthCornerDrop,
    float leftMouthCornerDrop,
    float mouthSideways,
    float upperLipThickness,
    float lowerLipThickness,
    float upperLipRaise,
    float lowerLipHeight,
    float noseWidth,
    float noseLength,
    float jawDrop,
    float jawSideways) {

  private static final List<String> NAMES =
      Stream.of(FaceMeasures.class.getRecordComponents())
          .map(component -> component.getName())
          .toList();

  /** The measures' names in the order of {@link #toArray}. */
  public static List<String> names() {
    return NAMES;
  }

  /**
   * Measures a face.
   *
   * @param points the 478 points, of which the iBUG 68 and the irises are used
   */
  public static FaceMeasures of(Landmarks points) {
    double[] ibug = points.xy(FaceMesh.ibug68());
    return new FaceRuler(ibug, points.xy(FaceMesh.RIGHT_IRIS, FaceMesh.LEFT_IRIS)).measures();
  }

  /**
   * Measures a face of which no irises are known; gaze is 0.
   *
   * @param ibug68 x, y of the 68 points in picture coordinates, such as {@code
   *     io.github.mien.face.ShapePredictor} gives
   */
  public static FaceMeasures ofIbug68(double[] ibug68) {
    if (ibug68.length != 2 * 68) {
      throw new IllegalArgumentException(
          "needs 136 numbers (x, y of 68 points), not " + ibug68.length);
    }
    return new FaceRuler(ibug68, FaceRuler.eyeCentres(ibug68)).measures();
  }

  /** The measures in the order of {@link #names}. */
  public float[] toArray() {
    return new float[] {
      rightBrowInnerHeight,
      leftBrowInnerHeight,
      rightBrowMiddleHeight,
      leftBrowMiddleHeight,
      rightBrowOuterHeight,
      leftBrowOuterHeight,
      rightBrowCurvature,
      leftBrowCurvature,
      browGap,
      rightEyeAspectRatio,
      leftEyeAspectRatio,
      rightGazeSideways,
      leftGazeSideways,
      rightGazeDown,
      leftGazeDown,
      mouthWidth,
      mouthOpening,
      rightMouthCornerAngle,
      leftMouthCornerAngle,
      rightMouthCornerDrop,
      leftMouthCornerDrop,
      mouthSideways,
      upperLipThickness,
      lowerLipThickness,
      upperLipRaise,
      lowerLipHeight,
      noseWidth,
      noseLength,
      jawDrop,
      jawSideways
    };
  }
}
