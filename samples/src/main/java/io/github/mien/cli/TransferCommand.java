package io.github.mien.cli;

import io.github.mien.Mien;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code mien transfer}. */
@Command(
    name = "transfer",
    description = "Gives the face of one photo the expression of another.",
    mixinStandardHelpOptions = true)
final class TransferCommand implements Callable<Integer> {
  @Option(
      names = "--source",
      required = true,
      paramLabel = "PHOTO",
      description = "Photo whose expression is taken.")
  private Path source;

  @Option(
      names = "--target",
      required = true,
      paramLabel = "PHOTO",
      description = "Photo whose face is changed.")
  private Path target;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE",
      description = "Result, PNG or JPEG by its extension; replaced if it exists.")
  private Path out;

  @Option(
      names = "--source-neutral",
      paramLabel = "PHOTO",
      description = "The source's person at rest, which makes the result truer.")
  private @Nullable Path sourceNeutral;

  @Mixin private MotionOptions motion;

  @Mixin private ReportOption json;

  @Mixin private EncoderOption encoder;

  @Mixin private TransferMethodOption method;

  @Mixin private MarkOptions marks;

  @Mixin private EngineOptions engine;

  @Override
  public Integer call() throws Failure {
    Job job = new Job(source, sourceNeutral, target, out, motion.options());
    json.requireWritable();
    try (Mien mien = engine.open(encoder.andThen(method), marks)) {
      Job.Outcome outcome = job.run(mien);
      json.write(report -> {
        report.engine(mien);
        report.transfer(outcome, mien.encoder());
      });
    }
    return ExitCode.DONE.number();
  }
}
