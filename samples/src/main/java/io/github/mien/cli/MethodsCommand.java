package io.github.mien.cli;

import io.github.mien.encode.EncoderMethod;
import io.github.mien.transfer.TransferMethod;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code mien methods}. */
@Command(
    name = "methods",
    description = "Lists the ways to read an expression and to move it.",
    mixinStandardHelpOptions = true)
final class MethodsCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    out.println("Reading an expression (--encoder):");
    for (EncoderMethod method : EncoderMethod.values()) {
      line(out, method.label(), method.description());
    }
    out.println("Moving it (--method):");
    for (TransferMethod method : TransferMethod.values()) {
      line(out, method.label(), method.description());
    }
    return ExitCode.DONE.number();
  }

  private static void line(PrintWriter out, String label, String description) {
    out.printf("  %-12s%s%n", label, description);
  }
}
