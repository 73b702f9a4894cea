package io.github.mien.transfer;

import io.github.mien.expression.Region;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * How much of an expression is moved. Immutable; start from {@link #DEFAULT}.
 *
 * @param strength 0..1.5: 0 leaves the target as it is, 1 is the whole expression
 * @param weights 0..1.5 for each part of the face, which the strength is multiplied by; a part that
 *     is missing does not change
 * @param gaze whether the eyes follow; else they stay where they look
 * @param keepMouthClosed whether the lips part no further than they do now
 */
public record TransferOptions(
    double strength, Map<Region, Double> weights, boolean gaze, boolean keepMouthClosed) {
  /** The largest strength and weight. */
  public static final double MOST = 1.5;

  /** The whole expression, at full strength. */
  public static final TransferOptions DEFAULT =
      new TransferOptions(1, weights(EnumSet.allOf(Region.class)), true, false);

  /** Checks the numbers and copies the map. */
  public TransferOptions {
    check("strength", strength);
    weights.forEach((region, weight) -> check("the weight of " + region.label(), weight));
    EnumMap<Region, Double> copy = new EnumMap<>(Region.class);
    copy.putAll(weights);
    weights = Collections.unmodifiableMap(copy);
  }

  private static void check(String name, double value) {
    if (!(value >= 0 && value <= MOST)) {
      throw new IllegalArgumentException("%s is from 0 to %s, not %s".formatted(name, MOST, value));
    }
  }

  private static Map<Region, Double> weights(Set<Region> regions) {
    EnumMap<Region, Double> weights = new EnumMap<>(Region.class);
    regions.forEach(region -> weights.put(region, 1.0));
    return weights;
  }

  /** The parts of the face that may change. */
  public Set<Region> regions() {
    EnumSet<Region> regions = EnumSet.noneOf(Region.class);
    weights.forEach((region, weight) -> {
      if (weight > 0) {
        regions.add(region);
      }
    });
    return regions;
  }

  /** How much of the expression a part of the face gets: its weight times the strength. */
  double strength(Region region) {
    return strength * weights.getOrDefault(region, 0.0);
  }

  /** With another strength. */
  public TransferOptions withStrength(double changed) {
    return new TransferOptions(changed, weights, gaze, keepMouthClosed);
  }

  /** With these parts of the face and no others. */
  public TransferOptions withRegions(Set<Region> regions) {
    EnumMap<Region, Double> kept = new EnumMap<>(weights(regions));
    kept.replaceAll((region, one) -> weights.getOrDefault(region, one));
    return new TransferOptions(strength, kept, gaze, keepMouthClosed);
  }

  /** With another weight of one part of the face. */
  public TransferOptions withWeight(Region region, double weight) {
    EnumMap<Region, Double> changed = new EnumMap<>(Region.class);
    changed.putAll(weights);
    changed.put(region, weight);
    return new TransferOptions(strength, changed, gaze, keepMouthClosed);
  }

  /** With eyes that follow, or that stay where they look. */
  public TransferOptions withGaze(boolean changed) {
    return new TransferOptions(strength, weights, changed, keepMouthClosed);
  }

  /** With lips that part no further than they do now, or as the expression has it. */
  public TransferOptions withMouthKeptClosed(boolean changed) {
    return new TransferOptions(strength, weights, gaze, changed);
  }
}
