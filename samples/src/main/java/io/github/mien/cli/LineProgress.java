package io.github.mien.cli;

import java.io.PrintWriter;

/** One line for each row, for files and pipes. */
final class LineProgress implements Progress {
  private final PrintWriter err;
  private boolean failed;

  LineProgress(PrintWriter err) {
    this.err = err;
  }

  @Override
  public void failed(String line) {
    failed = true;
    err.println(line);
  }

  @Override
  public void advanced(int done, int rows, String name, double seconds) {
    if (!failed) {
      err.println(done + "/" + rows + " " + name);
    }
    failed = false;
  }

  @Override
  public void finished(String summary) {
    err.println(summary);
  }
}
