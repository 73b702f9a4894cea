package io.github.mien.cli;

import io.github.mien.expression.Region;
import io.github.mien.transfer.TransferOptions;
import java.util.EnumSet;
import java.util.Set;
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

  TransferOptions options() {
    try {
      return new TransferOptions(strength, regions);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(
          command.commandLine(), "Invalid value for option '--strength': " + e.getMessage());
    }
  }
}
