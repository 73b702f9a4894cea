package io.github.mien.cli;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Counts the rows of a batch as threads finish them, and tells the progress. */
final class BatchRun {
  /** What is done for one row. */
  interface Work {
    void run() throws Failure;
  }

  private final int rows;
  private final Progress progress;
  private final long start = System.nanoTime();
  private int done;
  private int failed;

  BatchRun(int rows, Progress progress) {
    this.rows = rows;
    this.progress = progress;
  }

  void row(Pairs.Row row, Work work) {
    Failure failure = null;
    try {
      work.run();
    } catch (Failure | RuntimeException | OutOfMemoryError e) {
      failure = Failures.of(e);
    }
    count(row, failure);
  }

  private synchronized void count(Pairs.Row row, @Nullable Failure failure) {
    done++;
    if (failure != null) {
      failed++;
      progress.failed("line " + row.line() + ": " + failure.line());
    }
    progress.advanced(done, rows, row.out(), seconds());
  }

  synchronized ExitCode finish() {
    progress.finished(
        String.format(
            Locale.ROOT,
            "%d of %d done in %.1f s%s",
            rows - failed,
            rows,
            seconds(),
            failed == 0 ? "" : ", " + failed + " failed"));
    return failed == 0 ? ExitCode.DONE : ExitCode.ROWS_FAILED;
  }

  private double seconds() {
    return (System.nanoTime() - start) / 1e9;
  }
}
