package io.github.mien.training.heads;

import io.github.mien.expression.Blendshape;
import io.github.mien.face.Detection;
import io.github.mien.face.Face;
import io.github.mien.face.FaceCrop;
import io.github.mien.face.Landmarker;
import io.github.mien.image.Image;
import io.github.mien.training.data.LabelledPhoto;
import io.github.mien.training.data.Photos;
import io.github.mien.training.landmarker.StartCrops;
import java.io.IOException;
import java.util.List;
import java.util.SplittableRandom;

/** The faces of labelled photos as the landmarker finds them, in two passes from jittered crops. */
public final class PhotoFaces {
  private final Landmarker landmarker;
  private final SplittableRandom random;

  /**
   * @param seed of the crops
   */
  public PhotoFaces(Landmarker landmarker, long seed) {
    this.landmarker = landmarker;
    this.random = new SplittableRandom(seed);
  }

  /** Takes one face after the other. */
  interface Visitor {
    /**
     * @param person whose face it is
     * @param picture the photo, or its mirror image
     * @param label one for each {@link Blendshape}; tongueOut is 0
     */
    void visit(String person, Image picture, Face face, float[] label);
  }

  /** Shows every photo once. */
  void each(List<LabelledPhoto> photos, Visitor visitor) throws IOException {
    for (LabelledPhoto photo : photos) {
      visit(photo, Photos.read(photo.file()), false, visitor);
    }
  }

  /** Shows every photo and its mirror image, each as often as said. */
  void eachWithMirror(List<LabelledPhoto> photos, int times, Visitor visitor) throws IOException {
    for (LabelledPhoto photo : photos) {
      Image picture = Photos.read(photo.file());
      Image mirrored = picture.mirrored();
      for (int i = 0; i < times; i++) {
        visit(photo, picture, false, visitor);
        visit(photo, mirrored, true, visitor);
      }
    }
  }

  private void visit(LabelledPhoto photo, Image picture, boolean mirrored, Visitor visitor) {
    FaceCrop start = StartCrops.jittered(photo.landmarks(), random);
    if (mirrored) {
      double x = picture.width() - 1 - start.centerX();
      start = new FaceCrop(x, start.centerY(), start.side(), -start.angle());
    }
    Landmarker.Reading reading = landmarker.readTwice(picture, start);
    Detection detection = new Detection(reading.landmarks().bounds(), 1, new float[10]);
    Face face = new Face(detection, reading.landmarks(), reading.presence(), reading.features());
    visitor.visit(person(photo), picture, face, label(photo, mirrored));
  }

  /** Photos of the London set are named after the person and the expression. */
  private static String person(LabelledPhoto photo) {
    return switch (photo.set()) {
      case "london" -> photo.name().substring(0, photo.name().lastIndexOf('_'));
      case "lisa", "zoom" -> "lisa";
      default -> photo.name();
    };
  }

  private static float[] label(LabelledPhoto photo, boolean mirrored) {
    float[] label = new float[Blendshape.COUNT];
    for (Blendshape shape : Blendshape.values()) {
      if (shape != Blendshape.TONGUE_OUT) {
        Blendshape read = mirrored ? shape.mirrored() : shape;
        label[shape.ordinal()] = photo.coefficients()[1 + read.ordinal()];
      }
    }
    return label;
  }
}
