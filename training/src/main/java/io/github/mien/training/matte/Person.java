package io.github.mien.training.matte;

import io.github.mien.face.Landmarks;
import io.github.mien.image.Affine;
import io.github.mien.image.Image;
import io.github.mien.image.ImageKernels;
import io.github.mien.training.data.LabelledPhoto;
import io.github.mien.training.data.Photos;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A person cut out of a portrait.
 *
 * @param picture RGBA, {@value #SIDE} pixels a side; colours are the person's everywhere
 * @param cloth how much of each pixel is a white shirt, which may be dyed, 0..1
 * @param points of the face, in pixels of the picture
 * @param photo RGB, as it was taken
 */
record Person(Image picture, float[] cloth, Landmarks points, Image photo) {
  /** Pixels on a side. */
  static final int SIDE = 320;

  private static final Set<String> STUDIO = Set.of("london", "canada", "composite");

  /** Those of the photos that were taken in front of an even wall. */
  static List<Person> keyed(List<LabelledPhoto> photos) throws IOException {
    List<Person> people = new ArrayList<>();
    for (LabelledPhoto photo : photos) {
      boolean london = photo.set().equals("london");
      if (london || photo.set().equals("canada")) {
        Person person = read(photo, StudioKey::cut);
        if (!person.reachesSides()) {
          people.add(london ? WhiteShirt.put(person) : person);
        }
      }
    }
    return people;
  }

  /** Those of the photos that show a real background. */
  static List<LabelledPhoto> unkeyed(List<LabelledPhoto> photos) {
    return photos.stream().filter(photo -> !STUDIO.contains(photo.set())).toList();
  }

  /** Cuts a person out of a photo. */
  interface Cutter {
    /**
     * @param photo RGB
     * @param points of the face
     * @return RGBA
     */
    Image cut(Image photo, Landmarks points);
  }

  static Person read(LabelledPhoto photo, Cutter cutter) throws IOException {
    Image whole = Photos.read(photo.file());
    Image picture = Image.create(SIDE, SIDE, 3);
    ImageKernels.java().resize(whole, picture);
    double scale = (double) SIDE / whole.width();
    double shift = (scale - 1) / 2;
    Landmarks points = photo.landmarks().map(new Affine(scale, 0, shift, 0, scale, shift));
    Image cut = cutter.cut(picture, points);
    return new Person(cut, new float[SIDE * SIDE], points, picture);
  }

  /** Whether something beside the face reaches the border, as what is no person may. */
  boolean reachesSides() {
    int found = 0;
    for (int y = 0; y < points.bounds().y1(); y++) {
      found += picture.sample(1, y, 3) > 100 || picture.sample(SIDE - 2, y, 3) > 100 ? 1 : 0;
    }
    return found > 2;
  }

  /** Whether hair goes on beyond the upper border. */
  boolean cropped() {
    for (int x = 0; x < SIDE; x++) {
      if (picture.sample(x, 0, 3) > 100) {
        return true;
      }
    }
    return false;
  }
}
