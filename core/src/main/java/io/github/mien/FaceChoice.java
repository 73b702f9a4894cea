package io.github.mien;

import io.github.mien.encode.EncodedFace;
import io.github.mien.face.FaceArea;
import io.github.mien.face.Landmarks;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** Which faces of a group are meant. */
public sealed interface FaceChoice {

  /** Every face. */
  static FaceChoice all() {
    return new All();
  }

  /** The largest. */
  static FaceChoice largest() {
    return new Largest();
  }

  /**
   * One by its place.
   *
   * @param index from 0, left to right
   */
  static FaceChoice at(int index) {
    return new At(index);
  }

  /**
   * The one at a point, or the nearest to it.
   *
   * @param x column of the picture
   * @param y row of the picture
   */
  static FaceChoice nearest(double x, double y) {
    return new Nearest(x, y);
  }

  /**
   * The places of those that are meant.
   *
   * @param faces of the picture, from left to right
   * @throws IllegalArgumentException if there is no such face
   */
  List<Integer> among(List<EncodedFace> faces);

  /** Every face. */
  record All() implements FaceChoice {
    @Override
    public List<Integer> among(List<EncodedFace> faces) {
      return IntStream.range(0, faces.size()).boxed().toList();
    }
  }

  /** The largest. */
  record Largest() implements FaceChoice {
    @Override
    public List<Integer> among(List<EncodedFace> faces) {
      return most(faces, face -> face.bounds().area());
    }
  }

  /**
   * One by its place.
   *
   * @param index from 0, left to right
   */
  record At(int index) implements FaceChoice {
    @Override
    public List<Integer> among(List<EncodedFace> faces) {
      Places.check("face", index, faces.size());
      return List.of(index);
    }
  }

  /**
   * The one at a point, or the nearest to it.
   *
   * @param x column of the picture
   * @param y row of the picture
   */
  record Nearest(double x, double y) implements FaceChoice {

    /** Checks the point. */
    public Nearest {
      if (!Double.isFinite(x + y)) {
        throw new IllegalArgumentException("a point has finite coordinates, not " + x + ", " + y);
      }
    }

    @Override
    public List<Integer> among(List<EncodedFace> faces) {
      return most(faces, face -> FaceArea.of(face).depth(x, y));
    }
  }

  private static List<Integer> most(List<EncodedFace> faces, ToDoubleFunction<Landmarks> measure) {
    return IntStream.range(0, faces.size())
        .boxed()
        .max(
            Comparator.comparingDouble(i -> measure.applyAsDouble(faces.get(i).face().landmarks())))
        .stream()
        .toList();
  }
}
