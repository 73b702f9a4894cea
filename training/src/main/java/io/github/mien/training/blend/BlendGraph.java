package io.github.mien.training.blend;

import io.github.mien.training.onnx.OnnxGraph;

/**
 * Poisson blending as a graph: the equation of core's {@code Blender} for what is to be added to
 * the target, and a few V-cycles of multigrid on it. The grids, the way masks reach the coarse ones
 * and the red-black sweeps are those of core's {@code Multigrid}; only the picture's border is
 * treated more simply, which costs cycles there.
 *
 * <p>Inputs: {@code source} and {@code target}, [3, 1, H, W], levels 0..255; {@code mask}, [1, 1,
 * H, W], 1 where pixels are replaced, 0 elsewhere; {@code start}, [3, 1, H, W], what was added so
 * far; {@code mixed}, [1], 1 if of the differences of source and target the stronger are wanted,
 * else 0. Beyond the planes is the picture's border. Outputs: {@code added}, [3, 1, H, W], 0
 * outside the mask, and {@code change}, [1, 1, 1, 1], the largest change by the last cycle: if that
 * is not small the graph runs again from there.
 */
final class BlendGraph {
  private static final int CYCLES = 3;
  private static final int LEVELS = 9;
  private static final int COARSEST_SWEEPS = 10;

  private final OnnxGraph graph = new OnnxGraph("poisson-blend");
  private final Planes planes = new Planes(graph);
  private final Grid[] grids = new Grid[LEVELS];

  private BlendGraph() {}

  /** The graph as an ONNX file. */
  static byte[] write() {
    return new BlendGraph().build();
  }

  private byte[] build() {
    String source = graph.input("source", 3, 1, -1, -1);
    String target = graph.input("target", 3, 1, -1, -1);
    String mask = graph.input("mask", 1, 1, -1, -1);
    String start = graph.input("start", 3, 1, -1, -1);
    String mixed = graph.input("mixed", 1);
    grids[0] = Grid.finest(planes, mask);
    for (int level = 1; level < LEVELS; level++) {
      grids[level] = grids[level - 1].coarser();
    }
    String wanted = planes.multiply(wanted(source, target, mixed), mask);
    String before = planes.multiply(start, mask);
    String now = before;
    for (int cycle = 0; cycle < CYCLES; cycle++) {
      before = now;
      now = cycle(0, now, wanted);
    }
    graph.output(now, "added", 3, 1, -1, -1);
    graph.output(planes.largest(planes.subtract(now, before)), "change", 1, 1, 1, 1);
    return graph.toByteArray();
  }

  /** How far the wanted differences exceed the target's, summed over each pixel's neighbours. */
  private String wanted(String source, String target, String mixed) {
    String across = excess(source, target, mixed, Kernel.TO_RIGHT, Kernel.RIGHT);
    String down = excess(source, target, mixed, Kernel.TO_BELOW, Kernel.BELOW);
    return planes.add(
        planes.convolve(across, Kernel.FROM_LEFT), planes.convolve(down, Kernel.FROM_ABOVE));
  }

  private String excess(
      String source, String target, String mixed, Kernel difference, Kernel neighbour) {
    String there = planes.convolve(planes.ones(target), neighbour);
    String wanted = planes.multiply(planes.convolve(source, difference), there);
    String shown = planes.multiply(planes.convolve(target, difference), there);
    String weaker = planes.multiply(planes.less(planes.abs(wanted), planes.abs(shown)), mixed);
    return planes.multiply(planes.subtract(wanted, shown), planes.oneMinus(weaker));
  }

  private String cycle(int level, String value, String rhs) {
    Grid grid = grids[level];
    if (level == LEVELS - 1) {
      String solved = value;
      for (int sweep = 0; sweep < COARSEST_SWEEPS; sweep++) {
        solved = grid.sweep(solved, rhs);
      }
      return solved;
    }
    String smooth = value.isEmpty() ? grid.sweepFromZero(rhs) : grid.sweep(value, rhs);
    String coarse = grid.restrict(grid.residual(smooth, rhs));
    String correction =
        level + 1 == LEVELS - 1
            ? cycle(level + 1, grids[level + 1].sweepFromZero(coarse), coarse)
            : cycle(level + 1, "", coarse);
    String corrected =
        planes.add(
            smooth, planes.multiply(planes.interpolate(correction, grid.mask()), grid.mask()));
    return grid.sweep(corrected, rhs);
  }
}
