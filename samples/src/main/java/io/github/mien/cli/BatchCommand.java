package io.github.mien.cli;

import io.github.mien.Mien;
import io.github.mien.expression.Edit;
import io.github.mien.transfer.TransferOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code mien batch}. */
@Command(
    name = "batch",
    description =
        "Transfers every row of a CSV file with the columns source, target and out, or edits it by"
            + " the column set (eyeBlinkLeft=1,jawOpen=0.6) instead of source; others are ignored."
            + " A row that fails is one line, and the rest go on.",
    mixinStandardHelpOptions = true)
final class BatchCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "PAIRS.csv", description = "The rows, UTF-8.")
  private Path pairs;

  @Option(
      names = "--base",
      paramLabel = "DIR",
      defaultValue = "",
      description = "Where relative source and target paths start; default: this folder.")
  private Path base;

  @Option(
      names = "--out-dir",
      paramLabel = "DIR",
      defaultValue = "",
      description = "Where relative out paths start; made if missing; default: this folder.")
  private Path outDir;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Rows worked on at once; default: one for each processor.")
  private @Nullable Integer threads;

  @Option(
      names = "--use-source-neutral",
      description =
          "Also read the column source_neutral: a photo of the source's person at rest; a row may"
              + " leave it empty.")
  private boolean useSourceNeutral;

  @Mixin private MotionOptions motion;

  @Mixin private EncoderOption encoder;

  @Mixin private TransferMethodOption method;

  @Mixin private MarkOptions marks;

  @Mixin private EngineOptions engine;

  @Override
  public Integer call() throws Failure, InterruptedException {
    int workers = threads == null ? Runtime.getRuntime().availableProcessors() : threads;
    if (workers < 1) {
      throw new ParameterException(
          spec.commandLine(), "Invalid value for option '--threads': at least 1, not " + workers);
    }
    TransferOptions options = motion.options();
    List<Pairs.Row> rows = Pairs.read(pairs, useSourceNeutral);
    Folders.make(outDir);
    BatchRun run = new BatchRun(rows.size(), Progress.to(spec.commandLine().getErr()));
    try (Mien mien = engine.open(encoder.andThen(method), marks)) {
      ExecutorService pool = Executors.newFixedThreadPool(workers);
      try {
        for (Pairs.Row row : rows) {
          pool.execute(() -> run.row(row, () -> run(row, options, mien)));
        }
      } finally {
        pool.shutdown();
        pool.awaitTermination(Long.MAX_VALUE, TimeUnit.NANOSECONDS);
      }
    }
    return run.finish().number();
  }

  private void run(Pairs.Row row, TransferOptions options, Mien mien) throws Failure {
    if (row.fault() != null) {
      throw new Failure(ExitCode.USAGE, row.fault(), null);
    }
    Path target = base.resolve(row.target());
    Path out = outDir.resolve(row.out());
    Folders.makeParent(out);
    Edit edit = row.edit();
    if (edit != null) {
      new ShowJob(target, out, face -> face.show(edit)).run(mien);
    } else {
      Path neutral = row.sourceNeutral() == null ? null : base.resolve(row.sourceNeutral());
      new Job(base.resolve(row.source()), neutral, target, out, options).run(mien);
    }
  }
}
