package io.github.mien.training.expression;

import io.github.mien.face.FaceCrop;
import io.github.mien.face.LandmarkNetworks;
import io.github.mien.face.Landmarker;
import io.github.mien.face.Landmarks;
import io.github.mien.image.Image;
import io.github.mien.image.ImageKernels;
import io.github.mien.inference.Backends;
import io.github.mien.inference.SessionOptions;
import io.github.mien.model.ModelStore;
import io.github.mien.training.data.LabelledPhoto;
import io.github.mien.training.data.Photos;
import io.github.mien.training.landmarker.StartCrops;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** What the landmarker finds on labelled photos, in two passes from jittered crops. */
public final class LandmarkerReadings {
  private LandmarkerReadings() {}

  /**
   * A face as it was found.
   *
   * @param photo and its labels
   * @param points x, y, z as the landmarker has them
   */
  public record Reading(LabelledPhoto photo, float[] points) {}

  /**
   * @param store has the landmarker and what refines its points
   * @param backend by name, null for the best
   * @param perPhoto readings of each photo, from different crops
   */
  public static List<Reading> of(
      List<LabelledPhoto> photos,
      ModelStore store,
      @Nullable String backend,
      int perPhoto,
      long seed)
      throws IOException {
    try (LandmarkNetworks networks =
        LandmarkNetworks.open(store, Backends.discover().choose(backend), SessionOptions.DEFAULT)) {
      return of(photos, networks.landmarker(ImageKernels.java()), perPhoto, seed);
    }
  }

  /**
   * @param landmarker reads twice
   * @param perPhoto readings of each photo, from different crops
   */
  public static List<Reading> of(
      List<LabelledPhoto> photos, Landmarker landmarker, int perPhoto, long seed)
      throws IOException {
    List<Reading> readings = new ArrayList<>();
    SplittableRandom random = new SplittableRandom(seed);
    for (LabelledPhoto photo : photos) {
      Image picture = Photos.read(photo.file());
      for (int i = 0; i < perPhoto; i++) {
        FaceCrop start = StartCrops.jittered(photo.landmarks(), random);
        Landmarks found = landmarker.readTwice(picture, start).landmarks();
        readings.add(new Reading(photo, found.toArray()));
      }
    }
    return readings;
  }
}
