package io.github.mien.training.detector;

import io.github.mien.image.ImageKernels;
import io.github.mien.training.data.LabelledPhoto;
import io.github.mien.training.data.Labels;
import io.github.mien.training.data.Photos;
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

  static List<CutOut> forTraining(Path portraits, ImageKernels kernels) throws IOException {
    return read(portraits, false, kernels);
  }

  static List<CutOut> forValidation(Path portraits, ImageKernels kernels) throws IOException {
    return read(portraits, true, kernels);
  }

  private static List<CutOut> read(Path portraits, boolean validation, ImageKernels kernels)
      throws IOException {
    Set<String> held = Labels.validationNames(portraits);
    List<CutOut> people = new ArrayList<>();
    for (LabelledPhoto photo : Labels.read(portraits.resolve("labels.jsonl.gz"), portraits)) {
      if (held.contains(photo.name()) == validation) {
        boolean studio = STUDIO.contains(photo.set());
        people.add(new CutOut(Photos.read(photo.file()), photo.landmarks(), studio, kernels));
      }
    }
    return people;
  }
}
