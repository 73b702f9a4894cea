package io.github.mien.training.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Somebody of the London set, which has everybody at rest ({@code NNN_03}) and smiling ({@code
 * NNN_08}).
 *
 * @param rest the photo at rest
 * @param smile the photo smiling
 */
public record PairedPerson(LabelledPhoto rest, LabelledPhoto smile) {
  private static final String SET = "london";
  private static final String REST = "_03.jpg";
  private static final String SMILE = "_08.jpg";

  /** All of them among photos. */
  public static List<PairedPerson> in(List<LabelledPhoto> photos) {
    Map<String, LabelledPhoto> byName =
        photos.stream().collect(Collectors.toMap(LabelledPhoto::name, Function.identity()));
    List<PairedPerson> people = new ArrayList<>();
    for (LabelledPhoto photo : photos) {
      if (photo.set().equals(SET) && photo.name().endsWith(REST)) {
        LabelledPhoto smile = byName.get(photo.name().replace(REST, SMILE));
        if (smile != null) {
          people.add(new PairedPerson(photo, smile));
        }
      }
    }
    return people;
  }

  /** At rest, and smiling. */
  public List<LabelledPhoto> photos() {
    return List.of(rest, smile);
  }
}
