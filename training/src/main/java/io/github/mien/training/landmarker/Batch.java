package io.github.mien.training.landmarker;

/**
 * Samples ready for the network.
 *
 * @param size how many
 * @param images size, 3, 128, 128: RGB in -1..1
 * @param seen size, x y of the points with heat maps
 * @param rest size, the derived numbers
 * @param coefficients size, 52
 * @param face size: 1 where there is a face, 0 where not and the labels mean nothing
 * @param scored size: 1 where the coefficients are known
 */
record Batch(
    int size,
    float[] images,
    float[] seen,
    float[] rest,
    float[] coefficients,
    float[] face,
    float[] scored) {

  static Batch create(int size) {
    return new Batch(
        size,
        new float[size * 3 * LandmarkNet.SIZE * LandmarkNet.SIZE],
        new float[size * 2 * PointSplit.SEEN],
        new float[size * PointSplit.REST],
        new float[size * 52],
        new float[size],
        new float[size]);
  }
}
