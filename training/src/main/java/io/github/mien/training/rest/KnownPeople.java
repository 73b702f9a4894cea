package io.github.mien.training.rest;

import io.github.mien.encode.LandmarkExpressionEncoder;
import io.github.mien.expression.Blendshape;
import io.github.mien.morphable.MorphableFitter;
import io.github.mien.training.data.LabelledPhoto;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds the people in a folder of portraits whose resting face is known: {@code london} holds
 * everybody at rest ({@code NNN_03}) and smiling ({@code NNN_08}), {@code canada} and {@code
 * composite} everybody at rest; of the other sets those are taken who show hardly anything.
 */
final class KnownPeople {
  private static final Set<String> RESTING_SETS = Set.of("canada", "composite");
  private static final String PAIRED_SET = "london";
  private static final String REST_SUFFIX = "_03.jpg";
  private static final String SMILE_SUFFIX = "_08.jpg";

  private final LandmarkExpressionEncoder encoder;
  private final MorphableFitter fitter;

  KnownPeople(LandmarkExpressionEncoder encoder, MorphableFitter fitter) {
    this.encoder = encoder;
    this.fitter = fitter;
  }

  List<KnownPerson> in(List<LabelledPhoto> photos) {
    Map<String, LabelledPhoto> byName =
        photos.stream().collect(Collectors.toMap(LabelledPhoto::name, Function.identity()));
    List<KnownPerson> people = new ArrayList<>();
    for (LabelledPhoto photo : photos) {
      if (photo.set().equals(PAIRED_SET)) {
        if (photo.name().endsWith(REST_SUFFIX)) {
          people.add(KnownPerson.of(photo, smileOf(photo, byName), fitter));
        }
      } else if (RESTING_SETS.contains(photo.set()) || showsHardlyAnything(photo)) {
        people.add(KnownPerson.of(photo, null, fitter));
      }
    }
    return people;
  }

  private static @Nullable LabelledPhoto smileOf(
      LabelledPhoto rest, Map<String, LabelledPhoto> byName) {
    return byName.get(rest.name().replace(REST_SUFFIX, SMILE_SUFFIX));
  }

  private boolean showsHardlyAnything(LabelledPhoto photo) {
    float[] shown = encoder.coefficients(photo.landmarks().toArray());
    return mean(shown, Blendshape.MOUTH_SMILE_LEFT, Blendshape.MOUTH_SMILE_RIGHT) < 0.15f
        && mean(shown, Blendshape.MOUTH_UPPER_UP_LEFT, Blendshape.MOUTH_UPPER_UP_RIGHT) < 0.05f
        && shown[Blendshape.JAW_OPEN.ordinal()] < 0.02f;
  }

  private static float mean(float[] coefficients, Blendshape a, Blendshape b) {
    return (coefficients[a.ordinal()] + coefficients[b.ordinal()]) / 2;
  }
}
