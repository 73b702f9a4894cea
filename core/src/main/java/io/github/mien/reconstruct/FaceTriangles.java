package io.github.mien.reconstruct;

/**
 * The triangles between the 468 points of the skin, with holes where the eyes and the mouth open.
 * The resource is made by {@code io.github.mien.training.mesh.TrianglesCommand}.
 */
final class FaceTriangles {
  /** Three point numbers per triangle. */
  static final int[] SKIN = PointTable.read("triangles.txt").mapToInt(Integer::parseInt).toArray();

  private FaceTriangles() {}
}
