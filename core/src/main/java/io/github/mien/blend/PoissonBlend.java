package io.github.mien.blend;

import io.github.mien.image.Image;
import io.github.mien.image.Rect;

/**
 * One blend at a time, and the memory it works in. Solved for is what is to be added to a base: to
 * the source where its differences are wanted everywhere (then the unknown is smooth, and only the
 * rim has a right-hand side), to the target where both compete (then the unknown is 0 outside).
 */
final class PoissonBlend {
  private final Multigrid grid = new Multigrid();
  private final Rim rim = new Rim();
  private final StrongerDifferences differences = new StrongerDifferences();

  /** A row of the box, its columns in order. */
  private float[] row = {};

  /**
   * @param overlay not empty; its target is changed
   * @param compete whether of the differences of source and target the stronger are wanted
   */
  void run(Overlay overlay, boolean compete) {
    if (row.length < overlay.width()) {
      row = new float[overlay.width()];
    }
    load(overlay);
    for (int channel = 0; channel < Overlay.CHANNELS; channel++) {
      if (compete) {
        differences.set(overlay, channel, grid.finest().rhs());
      } else {
        rim.setHeld(overlay, channel, grid.finest().rhs());
      }
      grid.solve();
      // Without a rim the equation leaves the mean open.
      float shift = rim.isEmpty() ? shiftToMean(overlay, channel, compete) : 0;
      write(overlay, channel, compete, shift);
    }
  }

  private void load(Overlay overlay) {
    Rect box = overlay.box();
    Image target = overlay.target();
    Axis across = Axis.of(box.width(), 1, box.x() == 0, box.right() == target.width());
    Axis down = Axis.of(box.height(), 1, box.y() == 0, box.bottom() == target.height());
    grid.reset(across, down);
    for (int y = 0; y < box.height(); y++) {
      overlay.maskRow(y, row);
      grid.finest().value().split(row, y, box.width());
    }
    grid.finest().countOutside();
    rim.find(grid.finest());
    grid.build();
  }

  /** What makes the mean of a result that covers the whole target that of the target. */
  private float shiftToMean(Overlay overlay, int channel, boolean onTarget) {
    double sum = 0;
    for (int y = 0; y < overlay.height(); y++) {
      grid.finest().value().join(y, overlay.width(), row);
      for (int x = 0; x < overlay.width(); x++) {
        sum -= row[x];
        if (!onTarget) {
          sum += overlay.targetLevel(x, y, channel) - overlay.sourceLevel(x, y, channel);
        }
      }
    }
    return (float) (sum / ((double) overlay.width() * overlay.height()));
  }

  private void write(Overlay overlay, int channel, boolean onTarget, float shift) {
    for (int y = 0; y < overlay.height(); y++) {
      grid.finest().value().join(y, overlay.width(), row);
      if (onTarget) {
        overlay.writeOnTarget(y, channel, row, shift);
      } else {
        overlay.writeOnSource(y, channel, row, shift);
      }
    }
  }
}
