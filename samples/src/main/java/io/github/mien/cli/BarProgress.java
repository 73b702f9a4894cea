package io.github.mien.cli;

import java.io.PrintWriter;
import java.util.Locale;

/** A bar that is drawn over itself, with the time still to go. */
final class BarProgress implements Progress {
  private static final int WIDTH = 30;
  private static final String CLEAR = "\r\u001b[K";

  private final PrintWriter err;

  BarProgress(PrintWriter err) {
    this.err = err;
  }

  @Override
  public void failed(String line) {
    err.println(CLEAR + line);
  }

  @Override
  public void advanced(int done, int rows, String name, double seconds) {
    int filled = WIDTH * done / rows;
    long left = Math.round(seconds / done * (rows - done));
    err.print(
        String.format(
            Locale.ROOT,
            "%s[%s%s] %d/%d  %.1f/s  ETA %d:%02d",
            CLEAR,
            "#".repeat(filled),
            ".".repeat(WIDTH - filled),
            done,
            rows,
            done / seconds,
            left / 60,
            left % 60));
    err.flush();
  }

  @Override
  public void finished(String summary) {
    err.println(CLEAR + summary);
  }
}
