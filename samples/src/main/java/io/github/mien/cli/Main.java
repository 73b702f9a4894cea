package io.github.mien.cli;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** Entry point of the {@code mien} command line. */
@Command(
    name = "mien",
    description = "Moves a facial expression from one photo to another, offline.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      DemoCommand.class,
      TransferCommand.class,
      EditCommand.class,
      PresetCommand.class,
      PresetsCommand.class,
      AnimateCommand.class,
      StickerCommand.class,
      PackCommand.class,
      BatchCommand.class,
      InspectCommand.class,
      VerifyCommand.class,
      MethodsCommand.class,
      CaptionCommand.class,
      StyleCommand.class,
      AverageCommand.class,
      EnlargeCommand.class,
      SharpenCommand.class,
      HelpCommand.class
    })
public final class Main {
  private Main() {}

  /** Runs a command and ends the process with its exit code. */
  public static void main(String[] args) {
    System.exit(run(new PrintWriter(System.out, true), new PrintWriter(System.err, true), args));
  }

  /**
   * Runs a command in this process.
   *
   * @param out where the command says what it did
   * @param err where it says what went wrong, and how far it is
   * @param args as on the command line
   * @return the exit code
   */
  public static int run(PrintWriter out, PrintWriter err, String... args) {
    CommandLine mien = new CommandLine(new Main());
    mien.setOut(out);
    mien.setErr(err);
    mien.setCaseInsensitiveEnumValuesAllowed(true);
    mien.setParameterExceptionHandler(Failures::onUsage);
    mien.setExecutionExceptionHandler(Failures::onFailure);
    documentExitCodes(mien);
    mien.getSubcommands().values().forEach(Main::documentExitCodes);
    return mien.execute(args);
  }

  private static void documentExitCodes(CommandLine command) {
    command
        .getCommandSpec()
        .usageMessage()
        .exitCodeListHeading("%nExit codes:%n")
        .exitCodeList(ExitCode.meanings());
  }
}
