package io.github.mien.training.occlusion;

import io.github.mien.training.synth.Chance;

/** Smooth random numbers of -1..1 over the plane, about one bump to a unit. */
final class Noise {
  private static final int LATTICE = 32;

  private final float[] lattice = new float[LATTICE * LATTICE];

  Noise(Chance chance) {
    for (int i = 0; i < lattice.length; i++) {
      lattice[i] = (float) chance.between(-1, 1);
    }
  }

  double at(double x, double y) {
    int i = (int) Math.floor(x), j = (int) Math.floor(y);
    double fx = x - i, fy = y - j;
    double above = node(i, j) + fx * (node(i + 1, j) - node(i, j));
    double below = node(i, j + 1) + fx * (node(i + 1, j + 1) - node(i, j + 1));
    return above + fy * (below - above);
  }

  private double node(int i, int j) {
    return lattice[(j & LATTICE - 1) * LATTICE + (i & LATTICE - 1)];
  }
}
