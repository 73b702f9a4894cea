package io.github.mien.cli;

import java.io.PrintWriter;

/** Tells how far a batch is. Called by one thread at a time. */
interface Progress {

  /** A bar where somebody watches, lines elsewhere. */
  static Progress to(PrintWriter err) {
    return Terminal.isThere() ? new BarProgress(err) : new LineProgress(err);
  }

  /** A row has failed; {@link #advanced} follows. */
  void failed(String line);

  /**
   * A row is over.
   *
   * @param name the row's output
   * @param seconds since the start
   */
  void advanced(int done, int rows, String name, double seconds);

  /** All rows are over. */
  void finished(String summary);
}
