package io.github.mien.training.detector;

import io.github.mien.image.ImageKernels;
import io.github.mien.training.data.LabelledPhoto;
import io.github.mien.training.data.Photos;
import io.github.mien.training.data.Portraits;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The labelled portraits as cut-outs. */
final class People {
  /** Sets photographed in front of an even background. */
  private static final Set<String> STUDIO = Set.of("london", "canada", "composite");

  private People() {}

  static List<CutOut> forTraining(Path data, ImageKernels kernels) throws IOException {
    return read(Portraits.read(data).training(), kernels);
  }

  static List<CutOut> forValidation(Path data, ImageKernels kernels) throws IOException {
    return read(Portraits.read(data).validation(), kernels);
  }

  private static List<CutOut> read(List<LabelledPhoto> photos, ImageKernels kernels)
      throws IOException {
    List<CutOut> people = new ArrayList<>();
    for (LabelledPhoto photo : photos) {
      boolean studio = STUDIO.contains(photo.set());
      people.add(new CutOut(Photos.read(photo.file()), photo.landmarks(), studio, kernels));
    }
    return people;
  }
}
