package io.github.mien.expression;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The 52 coefficients of ARKit's {@code ARFaceAnchor.BlendShapeLocation}, in alphabetical order of
 * their names as the MediaPipe face landmarker has them, {@code tongueOut} last. "Left" and "right"
 * are the person's own.
 */
public enum Blendshape {
  /** {@code browDownLeft}. */
  BROW_DOWN_LEFT("browDownLeft", Region.BROWS),
  /** {@code browDownRight}. */
  BROW_DOWN_RIGHT("browDownRight", Region.BROWS),
  /** {@code browInnerUp}. */
  BROW_INNER_UP("browInnerUp", Region.BROWS),
  /** {@code browOuterUpLeft}. */
  BROW_OUTER_UP_LEFT("browOuterUpLeft", Region.BROWS),
  /** {@code browOuterUpRight}. */
  BROW_OUTER_UP_RIGHT("browOuterUpRight", Region.BROWS),
  /** {@code cheekPuff}. */
  CHEEK_PUFF("cheekPuff", Region.MOUTH),
  /** {@code cheekSquintLeft}. */
  CHEEK_SQUINT_LEFT("cheekSquintLeft", Region.MOUTH),
  /** {@code cheekSquintRight}. */
  CHEEK_SQUINT_RIGHT("cheekSquintRight", Region.MOUTH),
  /** {@code eyeBlinkLeft}. */
  EYE_BLINK_LEFT("eyeBlinkLeft", Region.EYES),
  /** {@code eyeBlinkRight}. */
  EYE_BLINK_RIGHT("eyeBlinkRight", Region.EYES),
  /** {@code eyeLookDownLeft}. */
  EYE_LOOK_DOWN_LEFT("eyeLookDownLeft", Region.EYES),
  /** {@code eyeLookDownRight}. */
  EYE_LOOK_DOWN_RIGHT("eyeLookDownRight", Region.EYES),
  /** {@code eyeLookInLeft}. */
  EYE_LOOK_IN_LEFT("eyeLookInLeft", Region.EYES),
  /** {@code eyeLookInRight}. */
  EYE_LOOK_IN_RIGHT("eyeLookInRight", Region.EYES),
  /** {@code eyeLookOutLeft}. */
  EYE_LOOK_OUT_LEFT("eyeLookOutLeft", Region.EYES),
  /** {@code eyeLookOutRight}. */
  EYE_LOOK_OUT_RIGHT("eyeLookOutRight", Region.EYES),
  /** {@code eyeLookUpLeft}. */
  EYE_LOOK_UP_LEFT("eyeLookUpLeft", Region.EYES),
  /** {@code eyeLookUpRight}. */
  EYE_LOOK_UP_RIGHT("eyeLookUpRight", Region.EYES),
  /** {@code eyeSquintLeft}. */
  EYE_SQUINT_LEFT("eyeSquintLeft", Region.EYES),
  /** {@code eyeSquintRight}. */
  EYE_SQUINT_RIGHT("eyeSquintRight", Region.EYES),
  /** {@code eyeWideLeft}. */
  EYE_WIDE_LEFT("eyeWideLeft", Region.EYES),
  /** {@code eyeWideRight}. */
  EYE_WIDE_RIGHT("eyeWideRight", Region.EYES),
  /** {@code jawForward}. */
  JAW_FORWARD("jawForward", Region.JAW),
  /** {@code jawLeft}. */
  JAW_LEFT("jawLeft", Region.JAW),
  /** {@code jawOpen}. */
  JAW_OPEN("jawOpen", Region.JAW),
  /** {@code jawRight}. */
  JAW_RIGHT("jawRight", Region.JAW),
  /** {@code mouthClose}. */
  MOUTH_CLOSE("mouthClose", Region.MOUTH),
  /** {@code mouthDimpleLeft}. */
  MOUTH_DIMPLE_LEFT("mouthDimpleLeft", Region.MOUTH),
  /** {@code mouthDimpleRight}. */
  MOUTH_DIMPLE_RIGHT("mouthDimpleRight", Region.MOUTH),
  /** {@code mouthFrownLeft}. */
  MOUTH_FROWN_LEFT("mouthFrownLeft", Region.MOUTH),
  /** {@code mouthFrownRight}. */
  MOUTH_FROWN_RIGHT("mouthFrownRight", Region.MOUTH),
  /** {@code mouthFunnel}. */
  MOUTH_FUNNEL("mouthFunnel", Region.MOUTH),
  /** {@code mouthLeft}. */
  MOUTH_LEFT("mouthLeft", Region.MOUTH),
  /** {@code mouthLowerDownLeft}. */
  MOUTH_LOWER_DOWN_LEFT("mouthLowerDownLeft", Region.MOUTH),
  /** {@code mouthLowerDownRight}. */
  MOUTH_LOWER_DOWN_RIGHT("mouthLowerDownRight", Region.MOUTH),
  /** {@code mouthPressLeft}. */
  MOUTH_PRESS_LEFT("mouthPressLeft", Region.MOUTH),
  /** {@code mouthPressRight}. */
  MOUTH_PRESS_RIGHT("mouthPressRight", Region.MOUTH),
  /** {@code mouthPucker}. */
  MOUTH_PUCKER("mouthPucker", Region.MOUTH),
  /** {@code mouthRight}. */
  MOUTH_RIGHT("mouthRight", Region.MOUTH),
  /** {@code mouthRollLower}. */
  MOUTH_ROLL_LOWER("mouthRollLower", Region.MOUTH),
  /** {@code mouthRollUpper}. */
  MOUTH_ROLL_UPPER("mouthRollUpper", Region.MOUTH),
  /** {@code mouthShrugLower}. */
  MOUTH_SHRUG_LOWER("mouthShrugLower", Region.MOUTH),
  /** {@code mouthShrugUpper}. */
  MOUTH_SHRUG_UPPER("mouthShrugUpper", Region.MOUTH),
  /** {@code mouthSmileLeft}. */
  MOUTH_SMILE_LEFT("mouthSmileLeft", Region.MOUTH),
  /** {@code mouthSmileRight}. */
  MOUTH_SMILE_RIGHT("mouthSmileRight", Region.MOUTH),
  /** {@code mouthStretchLeft}. */
  MOUTH_STRETCH_LEFT("mouthStretchLeft", Region.MOUTH),
  /** {@code mouthStretchRight}. */
  MOUTH_STRETCH_RIGHT("mouthStretchRight", Region.MOUTH),
  /** {@code mouthUpperUpLeft}. */
  MOUTH_UPPER_UP_LEFT("mouthUpperUpLeft", Region.MOUTH),
  /** {@code mouthUpperUpRight}. */
  MOUTH_UPPER_UP_RIGHT("mouthUpperUpRight", Region.MOUTH),
  /** {@code noseSneerLeft}. */
  NOSE_SNEER_LEFT("noseSneerLeft", Region.MOUTH),
  /** {@code noseSneerRight}. */
  NOSE_SNEER_RIGHT("noseSneerRight", Region.MOUTH),
  /** {@code tongueOut}. */
  TONGUE_OUT("tongueOut", Region.MOUTH);

  /** How many there are. */
  public static final int COUNT = 52;

  private final String arkitName;
  private final Region region;

  Blendshape(String arkitName, Region region) {
    this.arkitName = arkitName;
    this.region = region;
  }

  /** The name as ARKit writes it, such as {@code jawOpen}. */
  public String arkitName() {
    return arkitName;
  }

  /** The part of the face it moves. */
  public Region region() {
    return region;
  }

  /** The same movement on the other side of the face; itself where it has no side. */
  public Blendshape mirrored() {
    String name = name();
    if (name.endsWith("_LEFT")) {
      return valueOf(name.replace("_LEFT", "_RIGHT"));
    }
    return name.endsWith("_RIGHT") ? valueOf(name.replace("_RIGHT", "_LEFT")) : this;
  }

  /** Whether it turns an eye. */
  public boolean isGaze() {
    return arkitName.startsWith("eyeLook");
  }

  /** The coefficient of that name, in any case; empty if there is none. */
  public static Optional<Blendshape> named(String name) {
    String wanted = name.toLowerCase(Locale.ROOT);
    for (Blendshape shape : values()) {
      if (shape.arkitName.toLowerCase(Locale.ROOT).equals(wanted)) {
        return Optional.of(shape);
      }
    }
    return Optional.empty();
  }

  /**
   * The coefficient of that name, in any case.
   *
   * @throws IllegalArgumentException if there is none, naming those that look like it
   */
  public static Blendshape parse(String name) {
    return named(name).orElseThrow(() -> new IllegalArgumentException(unknown(name)));
  }

  private static String unknown(String name) {
    String start = name.toLowerCase(Locale.ROOT).replaceAll("(left|right)$", "");
    String similar =
        Stream.of(values())
            .map(Blendshape::arkitName)
            .filter(n -> !start.isEmpty() && n.toLowerCase(Locale.ROOT).contains(start))
            .collect(Collectors.joining(", "));
    return "there is no coefficient '%s'; %s"
        .formatted(
            name,
            similar.isEmpty() ? "the names are ARKit's, such as jawOpen" : "there is " + similar);
  }
}
