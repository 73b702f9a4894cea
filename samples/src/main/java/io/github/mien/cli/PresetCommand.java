package io.github.mien.cli;

import io.github.mien.Mien;
import io.github.mien.expression.Preset;
import io.github.mien.transfer.TransferOptions;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code mien preset}. */
@Command(
    name = "preset",
    description = "Gives a face a ready-made expression, such as laugh.",
    mixinStandardHelpOptions = true)
final class PresetCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "NAME",
      description =
          "One of those that 'mien presets' lists, or a JSON file of your own: a path with a slash"
              + " or the ending .json.")
  private String name;

  @Mixin private TargetOption target;

  @Mixin private OutOption out;

  @Mixin private FaceOption face;

  @Mixin private MotionOptions motion;

  @Mixin private TransferMethodOption method;

  @Mixin private MarkOptions marks;

  @Mixin private EngineOptions engine;

  @Override
  public Integer call() throws Failure {
    TransferOptions options = motion.options();
    Preset preset = PresetFiles.find(name);
    try (Mien mien = engine.open(method, marks)) {
      ShowJob.of(target.photo(), out.file(), preset, options).run(mien, face.choice());
    }
    return ExitCode.DONE.number();
  }
}
