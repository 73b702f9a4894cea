package io.github.mien.cli;

import io.github.mien.MienBuilder;
import io.github.mien.encode.EncoderMethod;
import java.util.function.Consumer;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** How expressions are read. */
final class EncoderOption implements Consumer<MienBuilder> {
  @Spec(Target.MIXEE)
  private CommandSpec command;

  @Option(
      names = "--encoder",
      paramLabel = "NAME",
      defaultValue = "landmarks",
      description =
          "How expressions are read; `mien methods` lists the names; default: ${DEFAULT-VALUE}.")
  private String name;

  @Override
  public void accept(MienBuilder builder) {
    try {
      builder.encoder(EncoderMethod.named(name));
    } catch (IllegalArgumentException e) {
      throw new ParameterException(
          command.commandLine(), "Invalid value for option '--encoder': " + e.getMessage());
    }
  }
}
