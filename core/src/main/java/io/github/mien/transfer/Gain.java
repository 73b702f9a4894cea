package io.github.mien.transfer;

import io.github.mien.expression.Blendshape;

/** How much further than an encoder of points asks for the points must move to be seen to. */
enum Gain {
  /** For what was read from a photo: more would make more of errors, too. */
  CAUTIOUS {
    @Override
    float of(Blendshape shape) {
      return switch (shape.region()) {
        case EYES -> 1.45f;
        case BROWS -> 1.4f;
        case MOUTH, JAW -> 1.2f;
      };
    }
  },

  /**
   * For what is meant as it stands. A landmarker sees less in warped pixels than the points have
   * moved, least of brows, irises and corners of the mouth that go down; measured on resting
   * photos.
   */
  SEEN {
    @Override
    float of(Blendshape shape) {
      return switch (shape) {
        case MOUTH_FROWN_LEFT, MOUTH_FROWN_RIGHT -> 1.55f;
        case BROW_DOWN_LEFT, BROW_DOWN_RIGHT -> 2.3f;
        default ->
            switch (shape.region()) {
              case BROWS -> 1.6f;
              case EYES -> shape.isGaze() ? 1.6f : 1.4f;
              case MOUTH, JAW -> 1.2f;
            };
      };
    }
  };

  /** What to multiply a coefficient's amount by. */
  abstract float of(Blendshape shape);
}
