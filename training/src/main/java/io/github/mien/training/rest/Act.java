package io.github.mien.training.rest;

import io.github.mien.expression.Blendshape;
import java.util.List;

/** Movements that people make together; an expression is one to three of them. */
enum Act {
  /** Both brows down. */
  FROWN(Blendshape.BROW_DOWN_LEFT, Blendshape.BROW_DOWN_RIGHT),
  /** Worry. */
  INNER_BROWS(Blendshape.BROW_INNER_UP),
  /** Surprise. */
  BROWS(Blendshape.BROW_INNER_UP, Blendshape.BROW_OUTER_UP_LEFT, Blendshape.BROW_OUTER_UP_RIGHT),
  /** One brow. */
  ONE_BROW(Blendshape.BROW_OUTER_UP_LEFT),
  /** An open mouth. */
  JAW(Blendshape.JAW_OPEN, Blendshape.MOUTH_LOWER_DOWN_LEFT, Blendshape.MOUTH_LOWER_DOWN_RIGHT),
  /** A kiss. */
  PUCKER(Blendshape.MOUTH_PUCKER),
  /** An o. */
  FUNNEL(Blendshape.MOUTH_FUNNEL),
  /** Mouth corners down. */
  SAD(Blendshape.MOUTH_FROWN_LEFT, Blendshape.MOUTH_FROWN_RIGHT, Blendshape.MOUTH_SHRUG_LOWER),
  /** Both eyes closed, or nearly. */
  BLINK(Blendshape.EYE_BLINK_LEFT, Blendshape.EYE_BLINK_RIGHT),
  /** One eye closed. */
  WINK(Blendshape.EYE_BLINK_LEFT),
  /** Wide eyes. */
  WIDE(Blendshape.EYE_WIDE_LEFT, Blendshape.EYE_WIDE_RIGHT),
  /** Narrow eyes. */
  SQUINT(Blendshape.EYE_SQUINT_LEFT, Blendshape.EYE_SQUINT_RIGHT),
  /** Lips pressed. */
  PRESS(Blendshape.MOUTH_PRESS_LEFT, Blendshape.MOUTH_PRESS_RIGHT),
  /** A pout. */
  SHRUG(Blendshape.MOUTH_SHRUG_LOWER, Blendshape.MOUTH_SHRUG_UPPER),
  /** Lips rolled in. */
  ROLL(Blendshape.MOUTH_ROLL_LOWER, Blendshape.MOUTH_ROLL_UPPER),
  /** Lips stretched. */
  STRETCH(Blendshape.MOUTH_STRETCH_LEFT, Blendshape.MOUTH_STRETCH_RIGHT),
  /** A snarl. */
  SNEER(
      Blendshape.NOSE_SNEER_LEFT,
      Blendshape.NOSE_SNEER_RIGHT,
      Blendshape.MOUTH_UPPER_UP_LEFT,
      Blendshape.MOUTH_UPPER_UP_RIGHT),
  /** A smile, as the fields have it. */
  SMILE(Blendshape.MOUTH_SMILE_LEFT, Blendshape.MOUTH_SMILE_RIGHT),
  /** A smirk. */
  SMIRK(Blendshape.MOUTH_SMILE_LEFT),
  /** Gaze. */
  LOOK_DOWN(Blendshape.EYE_LOOK_DOWN_LEFT, Blendshape.EYE_LOOK_DOWN_RIGHT),
  /** Gaze. */
  LOOK_UP(Blendshape.EYE_LOOK_UP_LEFT, Blendshape.EYE_LOOK_UP_RIGHT),
  /** Gaze. */
  LOOK_ASIDE(Blendshape.EYE_LOOK_OUT_LEFT, Blendshape.EYE_LOOK_IN_RIGHT);

  private final List<Blendshape> shapes;

  Act(Blendshape... shapes) {
    this.shapes = List.of(shapes);
  }

  List<Blendshape> shapes() {
    return shapes;
  }
}
