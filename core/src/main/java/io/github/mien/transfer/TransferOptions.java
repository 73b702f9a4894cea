package io.github.mien.transfer;

import io.github.mien.expression.Region;
import java.util.EnumSet;
import java.util.Set;

/**
 * How much of an expression is moved.
 *
 * @param strength 0..1.5: 0 leaves the target as it is, 1 is the whole expression
 * @param regions the parts of the face that may change
 */
public record TransferOptions(double strength, Set<Region> regions) {
  /** The whole expression, at full strength. */
  public static final TransferOptions DEFAULT = new TransferOptions(1, EnumSet.allOf(Region.class));

  /** Checks the strength and copies the set. */
  public TransferOptions {
    if (!(strength >= 0 && strength <= 1.5)) {
      throw new IllegalArgumentException("strength is from 0 to 1.5, not " + strength);
    }
    regions = Set.copyOf(regions);
  }
}
