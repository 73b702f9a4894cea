package io.github.mien.cli;

import io.github.mien.FaceChoice;
import io.github.mien.Mien;
import io.github.mien.transfer.TransferOptions;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code mien transfer}. */
@Command(
    name = "transfer",
    description = "Gives the face of one photo the expression of another.",
    mixinStandardHelpOptions = true)
final class TransferCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--source",
      required = true,
      paramLabel = "PHOTO",
      description = "Photo whose expression is taken.")
  private Path source;

  @Mixin private TargetOption target;

  @Mixin private OutOption out;

  @Option(
      names = "--source-neutral",
      paramLabel = "PHOTO",
      description = "The source's person at rest, which makes the result truer.")
  private @Nullable Path sourceNeutral;

  @Mixin private FaceOption face;

  @Option(
      names = "--source-face",
      paramLabel = SourceFaces.Converter.FORMS,
      converter = SourceFaces.Converter.class,
      description =
          "Which faces of a group photo are the source: one that drives all, or several, in order"
              + " from left to right, each the one most like it, or pairs such as 1=2,2=1. Default:"
              + " the largest.")
  private @Nullable SourceFaces sourceFaces;

  @Mixin private MotionOptions motion;

  @Mixin private ReportOption json;

  @Mixin private EncoderOption encoder;

  @Mixin private TransferMethodOption method;

  @Mixin private MarkOptions marks;

  @Mixin private EngineOptions engine;

  @Override
  public Integer call() throws Failure {
    boolean ofGroups = face.choice() != null || sourceFaces != null;
    if (ofGroups && sourceNeutral != null) {
      throw new ParameterException(
          spec.commandLine(), "'--source-neutral' does not go with '--face' or '--source-face'");
    }
    TransferOptions options = motion.options();
    json.requireWritable();
    try (Mien mien = engine.open(encoder.andThen(method), marks)) {
      if (ofGroups) {
        moveBetweenGroups(mien, options);
      } else {
        move(mien, options);
      }
    }
    return ExitCode.DONE.number();
  }

  private void move(Mien mien, TransferOptions options) throws Failure {
    Job.Outcome outcome =
        new Job(source, sourceNeutral, target.photo(), out.file(), options).run(mien);
    json.write(report -> {
      report.engine(mien);
      report.transfer(outcome, mien.encoder());
    });
  }

  private void moveBetweenGroups(Mien mien, TransferOptions options) throws Failure {
    SourceFaces driving =
        Objects.requireNonNullElse(sourceFaces, new SourceFaces.One(FaceChoice.largest()));
    GroupJob.Outcome outcome =
        new GroupJob(source, driving, target.photo(), face.choice(), out.file(), options).run(mien);
    json.write(report -> {
      report.engine(mien);
      report.transfer(outcome);
    });
  }
}
