package io.github.mien.cli;

import io.github.mien.Mien;
import io.github.mien.expression.Edit;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code mien edit}. */
@Command(
    name = "edit",
    description = "Sets coefficients of a face, such as eyeBlinkLeft=1, and leaves the others.",
    mixinStandardHelpOptions = true)
final class EditCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--target",
      required = true,
      paramLabel = "PHOTO",
      description = "Photo whose face is changed.")
  private Path target;

  @Option(
      names = "--set",
      required = true,
      paramLabel = "NAME=VALUE[,NAME=VALUE...]",
      description = "Coefficients by ARKit's names, 0 to 1; left and right are the person's own.")
  private String set;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE",
      description = "Result, PNG or JPEG by its extension; replaced if it exists.")
  private Path out;

  @Mixin private TransferMethodOption method;

  @Mixin private MarkOptions marks;

  @Mixin private EngineOptions engine;

  @Override
  public Integer call() throws Failure {
    Edit edit = edit();
    try (Mien mien = engine.open(method, marks)) {
      new ShowJob(target, out, face -> face.show(edit)).run(mien);
    }
    return ExitCode.DONE.number();
  }

  private Edit edit() {
    try {
      return Edit.parse(set);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(
          spec.commandLine(), "Invalid value for option '--set': " + e.getMessage(), e);
    }
  }
}
