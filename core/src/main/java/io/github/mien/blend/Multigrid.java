package io.github.mien.blend;

import java.util.ArrayList;
import java.util.List;

/**
 * Solves the Poisson equation inside a mask by full multigrid: from the coarsest grid on, each
 * solution is the start for the next finer grid, where one V-cycle (a red-black Gauss-Seidel sweep
 * before and one after the coarser grids' correction) follows; on the finest as many as it takes.
 * See Briggs, Henson and McCormick, <a href="https://doi.org/10.1137/1.9780898719505">A Multigrid
 * Tutorial</a>.
 *
 * <p>What is not in the textbook is the mask. Coarse grids know it by its pixels on their nodes,
 * and by how strongly each node is held by the pixels outside nearby: these holds are restricted
 * like a right-hand side (see {@link Transfer}), so that even a comb of single pixels is held as
 * strongly as it should be, if not more, and corrections never overshoot.
 *
 * <p>Each sweep, and what follows it, goes through the rows once, so that they stay in the cache.
 */
final class Multigrid {
  /**
   * In levels of 255: when a cycle's correction and residual are this small, the next cycle, which
   * leaves a third of them or less, would not be seen.
   */
  private static final float SMALL_CORRECTION = 0.5f;

  private static final float SMALL_RESIDUAL = 1;
  private static final int MOST_CYCLES = 40;
  private static final int COARSEST_SWEEPS = 12;
  private static final int COARSEST_SIZE = 3;

  private final List<GridLevel> levels = new ArrayList<>(List.of(new GridLevel()));

  /** From the grid of the same index to the next. */
  private final List<Transfer> transfers = new ArrayList<>();

  /** Of the grid after that of the same index. */
  private final List<OuterRim> rims = new ArrayList<>();

  private int coarsest;

  /** Sets the size. Then the mask goes into the {@linkplain #finest() finest grid's} values. */
  void reset(Axis across, Axis down) {
    coarsest = 0;
    levels.get(0).reset(across, down);
    for (int step = 2; !isCoarse(levels.get(coarsest)); step *= 2) {
      coarsest++;
      reserve(coarsest);
      levels.get(coarsest).reset(across.coarser(step), down.coarser(step));
      transfers.get(coarsest - 1).reset();
    }
  }

  private static boolean isCoarse(GridLevel grid) {
    return grid.width() <= COARSEST_SIZE && grid.height() <= COARSEST_SIZE;
  }

  private void reserve(int level) {
    if (level == levels.size()) {
      levels.add(new GridLevel());
      transfers.add(new Transfer(levels.get(level - 1), levels.get(level)));
      rims.add(new OuterRim(levels.get(level)));
    }
  }

  GridLevel finest() {
    return levels.get(0);
  }

  /**
   * Makes the equations of all grids out of the finest one's mask and holds. The finest right-hand
   * side is not 0 where pixels have neighbours outside.
   */
  void build() {
    for (int level = 0; level < coarsest; level++) {
      transfers.get(level).restrictMask();
      rims.get(level).build();
      levels.get(level).build();
      transfers.get(level).restrictAll();
    }
    levels.get(coarsest).build();
  }

  /** Finds the finest grid's values for its right-hand side. */
  void solve() {
    for (int level = 0; level < coarsest; level++) {
      transfers.get(level).restrictAll();
    }
    solveCoarsest();
    for (int level = coarsest - 1; level >= 0; level--) {
      rims.get(level).fill();
      sweep(level, Start.INTERPOLATED, 1, true);
      correct(level + 1);
      if (level > 0) {
        sweep(level, Start.CORRECTED, 1, false);
      }
    }
    if (coarsest > 0) {
      refine();
    }
  }

  /** Cycles until the next would not be seen; each begins with the correction of the one before. */
  private void refine() {
    for (int cycle = 1; cycle < MOST_CYCLES && !isNearlySolved(); cycle++) {
      sweep(0, Start.CORRECTED, 2, true);
      correct(1);
    }
    sweep(0, Start.CORRECTED, 1, false);
  }

  /** Whether with the correction at hand the values will be good enough. */
  private boolean isNearlySolved() {
    return levels.get(1).largestValue() < SMALL_CORRECTION
        && transfers.get(0).largestResidual() < SMALL_RESIDUAL;
  }

  private void solveCoarsest() {
    GridLevel grid = levels.get(coarsest);
    grid.value().clear();
    for (int sweep = 0; sweep < COARSEST_SWEEPS; sweep++) {
      for (int color = 0; color < 2; color++) {
        for (int y = 0; y < grid.height(); y++) {
          grid.relax(color, y);
        }
      }
    }
  }

  /** A V-cycle from zero on. */
  private void correct(int level) {
    for (int coarser = level; coarser < coarsest; coarser++) {
      sweep(coarser, Start.ZERO, 1, true);
    }
    solveCoarsest();
    for (int finer = coarsest - 1; finer >= level; finer--) {
      sweep(finer, Start.CORRECTED, 1, false);
    }
  }

  /** What a sweep begins with. Red nodes are solved for first, so that only the black matter. */
  private enum Start {
    ZERO,
    INTERPOLATED,
    CORRECTED
  }

  /**
   * One or two sweeps over a grid, before them what they start with, after them the residual for
   * the next coarser grid: each row as soon as the rows around it are ready.
   */
  private void sweep(int level, Start start, int sweeps, boolean restrict) {
    GridLevel grid = levels.get(level);
    Transfer transfer = transfers.get(level);
    int height = grid.height();
    transfer.startResidual();
    int last = height + 2 * sweeps;
    for (int y = 0; y <= last; y++) {
      if (y < height) {
        begin(grid, transfer, start, y);
      }
      for (int stage = 1; stage <= 2 * sweeps; stage++) {
        int row = y - stage;
        if (row >= 0 && row < height) {
          if (stage == 1 && start == Start.ZERO) {
            grid.relaxRedFromZero(row);
          } else {
            grid.relax(1 - stage % 2, row);
          }
        }
      }
      if (restrict && y > 2 * sweeps) {
        transfer.restrictResidual(y - 2 * sweeps - 1);
      }
    }
  }

  private static void begin(GridLevel grid, Transfer transfer, Start start, int y) {
    if (start == Start.INTERPOLATED) {
      transfer.interpolateBlack(y);
    } else if (start == Start.CORRECTED) {
      transfer.correctBlack(y);
    }
  }
}
