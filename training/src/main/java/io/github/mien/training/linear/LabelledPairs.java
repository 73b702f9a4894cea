package io.github.mien.training.linear;

import io.github.mien.encode.EncodedFace;
import io.github.mien.expression.Blendshape;
import io.github.mien.model.ModelStore;
import io.github.mien.training.data.LabelledPhoto;
import io.github.mien.training.data.PairedPerson;
import io.github.mien.training.expression.LandmarkerReadings;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Pairs of labelled photos: the labels say how a face moved, the landmarker what is seen of it. */
final class LabelledPairs {
  private static final int READINGS = 3;

  private final FaceReader reader;
  private final ModelStore store;
  private final @Nullable String backend;
  private final long seed;

  /**
   * @param store has the landmarker
   * @param backend by name, null for the best
   * @param seed of crops
   */
  LabelledPairs(FaceReader reader, ModelStore store, @Nullable String backend, long seed) {
    this.reader = reader;
    this.store = store;
    this.backend = backend;
    this.seed = seed;
  }

  /** Everybody who is there at rest and smiling. */
  List<PhotoPair> in(List<LabelledPhoto> photos) throws IOException {
    List<PairedPerson> people = PairedPerson.in(photos);
    List<LabelledPhoto> used = people.stream().flatMap(p -> p.photos().stream()).toList();
    Map<LabelledPhoto, List<EncodedFace>> seen =
        LandmarkerReadings.of(used, store, backend, READINGS, seed).stream()
            .collect(
                Collectors.groupingBy(
                    LandmarkerReadings.Reading::photo,
                    Collectors.mapping(r -> reader.encoded(r.points()), Collectors.toList())));
    List<PhotoPair> pairs = new ArrayList<>();
    for (PairedPerson person : people) {
      pairs.add(
          new PhotoPair(
              person.rest().name(), face(person.rest(), seen), face(person.smile(), seen)));
    }
    return pairs;
  }

  private PhotographedFace face(LabelledPhoto photo, Map<LabelledPhoto, List<EncodedFace>> seen) {
    float[] coefficients = new float[Blendshape.COUNT];
    // The labels begin with _neutral and have no tongue.
    System.arraycopy(photo.coefficients(), 1, coefficients, 0, photo.coefficients().length - 1);
    return new PhotographedFace(
        reader.canonical(photo.landmarks()), coefficients, seen.getOrDefault(photo, List.of()));
  }
}
