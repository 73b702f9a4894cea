package io.github.mien.reconstruct;

/** Says what lies in front of a face. Thread-safe. */
public interface Visibility {

  /**
   * @param photo the photo and the face in it; read only
   * @return what is in front, {@link Occluder#none} where nothing is
   */
  Occluder find(FacePhoto photo);
}
