package io.github.mien.face;

/**
 * Which of the 478 points are which part of the face. "Left" and "right" are the person's own, as
 * in ARKit. Methods return a fresh array.
 */
public final class FaceMesh {
  /** Outer corner of the person's right eye, on the left of an unmirrored picture. */
  public static final int RIGHT_EYE_OUTER = 33;

  /** Inner corner of the right eye. */
  public static final int RIGHT_EYE_INNER = 133;

  /** Inner corner of the left eye. */
  public static final int LEFT_EYE_INNER = 362;

  /** Outer corner of the left eye. */
  public static final int LEFT_EYE_OUTER = 263;

  /** Tip of the nose. */
  public static final int NOSE_TIP = 1;

  /** Outer corner of the mouth on the person's right. */
  public static final int MOUTH_RIGHT = 61;

  /** Outer corner of the mouth on the person's left. */
  public static final int MOUTH_LEFT = 291;

  /** Centre of the right iris. */
  public static final int RIGHT_IRIS = 468;

  /** Centre of the left iris. */
  public static final int LEFT_IRIS = 473;

  /** First of the iris points; those before lie on the skin. */
  public static final int FIRST_IRIS = 468;

  private static final int[] OUTLINE = {
    10, 338, 297, 332, 284, 251, 389, 356, 454, 323, 361, 288, 397, 365, 379, 378, 400, 377, 152,
    148, 176, 149, 150, 136, 172, 58, 132, 93, 234, 127, 162, 21, 54, 103, 67, 109
  };
  private static final int[] INNER_LIPS = {
    78, 191, 80, 81, 82, 13, 312, 311, 310, 415, 308, 324, 318, 402, 317, 14, 87, 178, 88, 95
  };
  private static final int[] OUTER_LIPS = {
    61, 185, 40, 39, 37, 0, 267, 269, 270, 409, 291, 375, 321, 405, 314, 17, 84, 181, 91, 146
  };
  private static final int[] RIGHT_EYE = {
    33, 246, 161, 160, 159, 158, 157, 173, 133, 155, 154, 153, 145, 144, 163, 7
  };
  private static final int[] LEFT_EYE = {
    263, 466, 388, 387, 386, 385, 384, 398, 362, 382, 381, 380, 374, 373, 390, 249
  };
  private static final int[] RIGHT_BROW = {70, 63, 105, 66, 107, 46, 53, 52, 65, 55};
  private static final int[] LEFT_BROW = {300, 293, 334, 296, 336, 276, 283, 282, 295, 285};
  private static final int[] STABLE = {33, 133, 362, 263, 168, 6, 197, 127, 356, 10};
  private static final int[] IBUG_68 = {
    127, 234, 93, 132, 58, 136, 150, 176, 152, 400, 379, 365, 288, 361, 323, 454, 356, 70, 63, 105,
    66, 107, 336, 296, 334, 293, 300, 168, 6, 195, 4, 98, 97, 2, 326, 327, 33, 160, 158, 133, 153,
    144, 362, 385, 387, 263, 373, 380, 61, 39, 37, 0, 267, 269, 291, 405, 314, 17, 84, 181, 78, 82,
    13, 312, 308, 317, 14, 87
  };

  private FaceMesh() {}

  /** The outline from the middle of the forehead, clockwise on screen; 36 points. */
  public static int[] outline() {
    return OUTLINE.clone();
  }

  /**
   * The inner edge of the lips from the right corner along the upper lip and back along the lower;
   * 20 points.
   */
  public static int[] innerLips() {
    return INNER_LIPS.clone();
  }

  /**
   * The outer edge of the lips from the right corner along the upper lip and back along the lower;
   * 20 points.
   */
  public static int[] outerLips() {
    return OUTER_LIPS.clone();
  }

  /**
   * The lid line of the right eye from the outer corner along the upper lid and back along the
   * lower; 16 points.
   */
  public static int[] rightEye() {
    return RIGHT_EYE.clone();
  }

  /**
   * The lid line of the left eye from the outer corner along the upper lid and back along the
   * lower; 16 points.
   */
  public static int[] leftEye() {
    return LEFT_EYE.clone();
  }

  /** The upper edge of the right brow from its outer end, then the lower edge; 10 points. */
  public static int[] rightBrow() {
    return RIGHT_BROW.clone();
  }

  /** The upper edge of the left brow from its outer end, then the lower edge; 10 points. */
  public static int[] leftBrow() {
    return LEFT_BROW.clone();
  }

  /**
   * Points that expressions hardly move: corners of the eyes, bridge of the nose, temples, top of
   * the forehead.
   */
  public static int[] stable() {
    return STABLE.clone();
  }

  /** The iBUG 68 (Multi-PIE order) as points of the mesh; jaw points follow the mesh's outline. */
  public static int[] ibug68() {
    return IBUG_68.clone();
  }
}
