package io.github.mien.cli;

import io.github.mien.MienBuilder;
import io.github.mien.transfer.TransferMethod;
import java.util.function.Consumer;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** How expressions are moved. */
final class TransferMethodOption implements Consumer<MienBuilder> {
  @Spec(Target.MIXEE)
  private CommandSpec command;

  @Option(
      names = "--method",
      paramLabel = "NAME",
      defaultValue = "blendshape",
      description =
          "How expressions are moved; `mien methods` lists the names; default: ${DEFAULT-VALUE}.")
  private String name;

  @Override
  public void accept(MienBuilder builder) {
    try {
      builder.transfer(TransferMethod.named(name));
    } catch (IllegalArgumentException e) {
      throw new ParameterException(
          command.commandLine(), "Invalid value for option '--method': " + e.getMessage());
    }
  }
}
