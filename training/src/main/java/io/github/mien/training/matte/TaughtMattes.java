package io.github.mien.training.matte;

import io.github.mien.face.FaceCrop;
import io.github.mien.face.Landmarks;
import io.github.mien.image.Bilinear;
import io.github.mien.image.Image;
import io.github.mien.image.ImageKernels;
import io.github.mien.matte.HeadCutOut;
import io.github.mien.matte.HeadMatte;
import io.github.mien.matte.Matte;
import io.github.mien.training.data.LabelledPhoto;
import io.github.mien.training.net.Parameters;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Mattes of portraits that cannot be keyed, as a network sees them that was trained on those that
 * can (self-training; Xie and others 2020, arXiv:1911.04252). It looks at each several times, a
 * little differently; where it is least sure the photo is left out.
 */
final class TaughtMattes {
  private static final double[] ZOOMS = {1, 0.9, 1.12};

  /** Share of the photos that are learnt from. */
  private static final double KEPT = 0.75;

  /** Means of several looks are softer than edges are. */
  private static final float STEEPER = 2.5f;

  private final Parameters teacher;

  TaughtMattes(Parameters teacher) {
    this.teacher = teacher;
  }

  /** A person, and how unsure the teacher is. */
  private record Guess(Person person, double doubt) {}

  /** The surer ones of some photos. */
  List<Person> of(List<LabelledPhoto> photos) throws IOException {
    List<Guess> guesses = new ArrayList<>();
    for (LabelledPhoto photo : photos) {
      double[] doubt = new double[1];
      Person person = Person.read(photo, (picture, points) -> cut(picture, points, doubt));
      guesses.add(new Guess(person, doubt[0]));
    }
    return guesses.stream()
        .sorted(Comparator.comparingDouble(Guess::doubt))
        .limit(Math.round(KEPT * guesses.size()))
        .map(Guess::person)
        .toList();
  }

  private Image cut(Image picture, Landmarks points, double[] doubt) {
    FaceCrop crop = HeadMatte.crop(points);
    float[] mean = new float[MatteBatch.PLANE];
    for (double zoom : ZOOMS) {
      float[] found = look(picture, crop, zoom);
      for (int i = 0; i < mean.length; i++) {
        mean[i] += found[i] / ZOOMS.length;
      }
    }
    for (int i = 0; i < mean.length; i++) {
      doubt[0] += Math.min(mean[i], 1 - mean[i]);
      mean[i] = Math.max(0, Math.min(1, 0.5f + STEEPER * (mean[i] - 0.5f)));
    }
    Matte matte = new Matte(crop, mean, MatteBatch.SIDE);
    return HeadCutOut.of(picture, matte, ImageKernels.java());
  }

  /** What is seen in a smaller or larger square and in its mirror image, in the crop's pixels. */
  private float[] look(Image picture, FaceCrop crop, double zoom) {
    int side = MatteBatch.SIDE;
    Image cut = Image.create(side, side, 3);
    FaceCrop square =
        new FaceCrop(crop.centerX(), crop.centerY(), zoom * crop.side(), crop.angle());
    square.cut(picture, ImageKernels.java(), cut);
    float[] found = MatteNet.NET.findTwice(teacher, cut);
    return zoom == 1 ? found : zoomed(found, zoom);
  }

  private static float[] zoomed(float[] found, double zoom) {
    int side = MatteBatch.SIDE;
    float[] zoomed = new float[found.length];
    float half = (side - 1) / 2f;
    for (int i = 0; i < zoomed.length; i++) {
      float x = (float) (half + (i % side - half) / zoom);
      float y = (float) (half + (i / side - half) / zoom);
      zoomed[i] = Bilinear.at(found, 0, side, x, y);
    }
    return zoomed;
  }
}
