package io.github.mien;

import io.github.mien.encode.EncodedFace;
import io.github.mien.expression.Performance;
import io.github.mien.face.Face;
import io.github.mien.image.Image;
import io.github.mien.reconstruct.FacePhoto;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A photo whose expression can be moved to any number of targets. Immutable; shares the picture.
 *
 * @param image the photo
 * @param faces all faces found in it, the one that is worked on first
 * @param face that one, and what it shows
 * @param performance what is moved: that expression against the same face at rest
 * @param times what finding and reading the face took
 */
public record Source(
    Image image,
    List<Face> faces,
    EncodedFace face,
    Performance performance,
    Map<Stage, Duration> times) {

  /** Copies the list and the times. */
  public Source {
    faces = List.copyOf(faces);
    times = Map.copyOf(times);
  }

  FacePhoto photo() {
    return new FacePhoto(image, face.face());
  }
}
