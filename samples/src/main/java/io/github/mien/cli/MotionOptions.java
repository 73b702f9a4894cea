package io.github.mien.cli;

import io.github.mien.expression.Region;
import io.github.mien.transfer.TransferOptions;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** How much of an expression is moved. */
final class MotionOptions {
  @Spec(Target.MIXEE)
  private CommandSpec command;

  @Option(
      names = "--strength",
      paramLabel = "0..1.5",
      defaultValue = "1",
      description = "How much of the expression is moved; default: ${DEFAULT-VALUE}.")
  private double strength;

  @Option(
      names = "--regions",
      paramLabel = "REGION",
      split = ",",
      description =
          "Parts of the face that may change: mouth, eyes, brows, jaw, separated by commas;"
              + " default: all.")
  private Set<Region> regions = EnumSet.allOf(Region.class);

  @Option(
      names = "--weights",
      paramLabel = "REGION=0..1.5",
      split = ",",
      description =
          "What the strength is multiplied by for parts of the face, such as mouth=1.2,brows=0.5;"
              + " default: 1.")
  private Map<Region, Double> weights = new EnumMap<>(Region.class);

  @Option(
      names = "--keep-mouth-closed",
      description = "Part the lips no further than the target's are.")
  private boolean keepMouthClosed;

  @Option(names = "--no-gaze", description = "Leave the eyes where they look.")
  private boolean noGaze;

  TransferOptions options() {
    TransferOptions options =
        with("--strength", () -> TransferOptions.DEFAULT.withStrength(strength));
    return weighted(options.withRegions(regions))
        .withMouthKeptClosed(keepMouthClosed)
        .withGaze(!noGaze);
  }

  private TransferOptions weighted(TransferOptions options) {
    TransferOptions weighted = options;
    for (Map.Entry<Region, Double> weight : weights.entrySet()) {
      TransferOptions before = weighted;
      TransferOptions after =
          with("--weights", () -> before.withWeight(weight.getKey(), weight.getValue()));
      weighted = regions.contains(weight.getKey()) ? after : before;
    }
    return weighted;
  }

  private TransferOptions with(String option, Supplier<TransferOptions> changed) {
    try {
      return changed.get();
    } catch (IllegalArgumentException e) {
      throw new ParameterException(
          command.commandLine(),
          "Invalid value for option '%s': %s".formatted(option, e.getMessage()),
          e);
    }
  }
}
