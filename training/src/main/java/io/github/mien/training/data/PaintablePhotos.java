package io.github.mien.training.data;

import java.util.List;
import java.util.Set;

/** Photos of people who consented, or of nobody: what paints pixels learns from no others. */
public final class PaintablePhotos {
  private static final Set<String> SETS = Set.of("london", "canada", "composite", "lisa", "zoom");

  private PaintablePhotos() {}

  /** Those among the photos. */
  public static List<LabelledPhoto> of(List<LabelledPhoto> photos) {
    return photos.stream().filter(photo -> SETS.contains(photo.set())).toList();
  }
}
