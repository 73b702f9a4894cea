package io.github.mien;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/**
 * The cheapest way to give each row a column of its own: the Hungarian method with shortest
 * augmenting paths (Jonker and Volgenant, "A shortest augmenting path algorithm for dense and
 * sparse linear assignment problems", Computing 38, 1987). Time grows with the cube of the size.
 */
final class Assignment {
  private static final int NONE = -1;

  private final double[][] costs;
  private final int columns;
  private final double[] rowPrice;
  private final double[] columnPrice;
  private final int[] rowOf;

  private Assignment(double[][] costs, int columns) {
    this.costs = costs;
    this.columns = columns;
    rowPrice = new double[costs.length];
    columnPrice = new double[columns];
    rowOf = new int[columns];
    Arrays.fill(rowOf, NONE);
  }

  /**
   * @param costs [row][column], finite
   * @return the column of each row; where there are more rows than columns, of as many as there are
   *     columns
   */
  static Map<Integer, Integer> cheapest(double[][] costs) {
    int rows = costs.length;
    int columns = rows == 0 ? 0 : costs[0].length;
    Map<Integer, Integer> pairs = new TreeMap<>();
    if (rows <= columns) {
      int[] rowOf = new Assignment(costs, columns).solve();
      for (int column = 0; column < columns; column++) {
        if (rowOf[column] != NONE) {
          pairs.put(rowOf[column], column);
        }
      }
    } else if (columns > 0) {
      cheapest(transposed(costs, columns)).forEach((column, row) -> pairs.put(row, column));
    }
    return pairs;
  }

  private static double[][] transposed(double[][] costs, int columns) {
    double[][] transposed = new double[columns][costs.length];
    for (int i = 0; i < costs.length; i++) {
      for (int j = 0; j < columns; j++) {
        transposed[j][i] = costs[i][j];
      }
    }
    return transposed;
  }

  private int[] solve() {
    for (int row = 0; row < costs.length; row++) {
      add(row);
    }
    return rowOf;
  }

  /** Gives a further row a column, moving others along the shortest path. */
  private void add(int newRow) {
    double[] distance = new double[columns];
    int[] before = new int[columns];
    boolean[] done = new boolean[columns];
    Arrays.fill(distance, Double.POSITIVE_INFINITY);
    Arrays.fill(before, NONE);
    int row = newRow;
    int from = NONE;
    double length = 0;
    int last;
    while (true) {
      int next = NONE;
      for (int column = 0; column < columns; column++) {
        if (!done[column]) {
          double through = length + costs[row][column] - rowPrice[row] - columnPrice[column];
          if (through < distance[column]) {
            distance[column] = through;
            before[column] = from;
          }
          if (next == NONE || distance[column] < distance[next]) {
            next = column;
          }
        }
      }
      done[next] = true;
      length = distance[next];
      if (rowOf[next] == NONE) {
        last = next;
        break;
      }
      row = rowOf[next];
      from = next;
    }
    updatePrices(newRow, distance, done, length);
    augment(newRow, before, last);
  }

  private void updatePrices(int newRow, double[] distance, boolean[] done, double length) {
    rowPrice[newRow] += length;
    for (int column = 0; column < columns; column++) {
      if (done[column] && rowOf[column] != NONE) {
        rowPrice[rowOf[column]] += length - distance[column];
        columnPrice[column] -= length - distance[column];
      }
    }
  }

  private void augment(int newRow, int[] before, int last) {
    int column = last;
    while (before[column] != NONE) {
      rowOf[column] = rowOf[before[column]];
      column = before[column];
    }
    rowOf[column] = newRow;
  }
}
