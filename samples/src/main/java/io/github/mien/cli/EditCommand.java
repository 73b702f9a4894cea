package io.github.mien.cli;

import io.github.mien.Mien;
import io.github.mien.expression.Edit;
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

  @Mixin private TargetOption target;

  @Option(
      names = "--set",
      required = true,
      paramLabel = "NAME=VALUE[,NAME=VALUE...]",
      description = "Coefficients by ARKit's names, 0 to 1; left and right are the person's own.")
  private String set;

  @Mixin private OutOption out;

  @Mixin private FaceOption face;

  @Mixin private TransferMethodOption method;

  @Mixin private MarkOptions marks;

  @Mixin private EngineOptions engine;

  @Override
  public Integer call() throws Failure {
    Edit edit = edit();
    try (Mien mien = engine.open(method, marks)) {
      ShowJob.of(target.photo(), out.file(), edit).run(mien, face.choice());
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
