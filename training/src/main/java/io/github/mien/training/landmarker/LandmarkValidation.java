package io.github.mien.training.landmarker;

import io.github.mien.face.FaceCrop;
import io.github.mien.image.Image;
import io.github.mien.training.data.LabelledPhoto;
import io.github.mien.training.data.Photos;
import io.github.mien.training.net.Parameters;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Two passes from jittered start crops on the photos that training does not see. */
final class LandmarkValidation {
  private record Case(Image picture, LabelledPhoto photo, FaceCrop start) {}

  private final List<Case> cases = new ArrayList<>();

  LandmarkValidation(List<LabelledPhoto> photos, int startsPerPhoto) throws IOException {
    SplittableRandom random = new SplittableRandom(5);
    for (LabelledPhoto photo : photos) {
      Image picture = Photos.read(photo.file());
      for (int i = 0; i < startsPerPhoto; i++) {
        cases.add(new Case(picture, photo, StartCrops.jittered(photo.landmarks(), random)));
      }
    }
  }

  LandmarkError measure(Parameters parameters) {
    TorchLandmarker landmarker = new TorchLandmarker(parameters);
    LandmarkError error = new LandmarkError();
    for (Case one : cases) {
      error.add(landmarker.twoPasses(one.picture(), one.start()), one.photo().landmarks());
    }
    return error;
  }
}
