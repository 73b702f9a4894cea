package io.github.mien.training.detector;

import io.github.mien.face.Box;
import io.github.mien.image.Affine;
import io.github.mien.image.Image;
import io.github.mien.image.ImageKernels;
import io.github.mien.training.detector.GroupPicture.Member;
import io.github.mien.training.synth.Chance;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/**
 * Groups of people before a scene, composed of portraits whose background is known: nearer people
 * are larger and stand before the others.
 */
final class GroupPictures {
  private static final int MOST_IN_A_ROW = 6;

  /** Heights of two rows of faces are this far apart, in mean heights of a face. */
  private static final double BETWEEN_ROWS = 1.6;

  private static final double MAX_ANGLE = Math.toRadians(12);

  private final List<CutOut> people;
  private final List<Image> scenes;
  private final ImageKernels kernels;

  /**
   * @param people those whose background is not known are left out
   * @param scenes before which they stand
   * @param kernels resample
   */
  GroupPictures(List<CutOut> people, List<Image> scenes, ImageKernels kernels) {
    this.people = people.stream().filter(CutOut::keyed).toList();
    this.scenes = scenes;
    this.kernels = kernels;
  }

  /**
   * How a group stands.
   *
   * @param people at least 1
   * @param smallest height of a face in pixels
   * @param largest height of a face in pixels
   * @param spacing from one face to the next in a row, in mean heights of a face: at 1 and above no
   *     faces meet, at 0.5 many do
   */
  record Arrangement(int people, double smallest, double largest, double spacing) {}

  /** One person at a place. */
  private record Place(CutOut person, double height, double x, double y, double angle) {}

  /** A group, reproducible from the seed. */
  GroupPicture compose(long seed, int width, int height, Arrangement arrangement) {
    Chance chance = Chance.of(seed);
    Canvas canvas = new Canvas(width, height, kernels);
    Backdrop.scene(canvas, chance.pick(scenes), chance);
    List<Place> places = places(arrangement, width, height, chance);
    places.sort(Comparator.comparingDouble(Place::height));
    List<Member> faces = new ArrayList<>();
    for (Place place : places) {
      Affine map = map(place);
      Image before = canvas.picture().copy();
      canvas.paint(place.person(), map, head(place.person().face()));
      faces.replaceAll(face -> behind(face, before, canvas.picture()));
      faces.add(new Member(place.person().landmarks().map(map), 1));
    }
    return new GroupPicture(canvas.picture(), faces);
  }

  /** Head and neck: below, many portraits end. */
  private static Shape head(Box face) {
    double x = (face.x0() + face.x1()) / 2;
    double y = (face.y0() + face.y1()) / 2;
    double w = face.width(), h = face.height();
    return new Shape(x, y, 0.85 * w, 0.95 * h, 0.75 * h, 3, 0.05);
  }

  /** A face after somebody was painted, maybe over it. */
  private static Member behind(Member face, Image before, Image after) {
    Box box = face.points().bounds();
    int covered = 0, all = 0;
    for (int y = (int) Math.max(0, box.y0()); y < Math.min(before.height(), box.y1()); y++) {
      for (int x = (int) Math.max(0, box.x0()); x < Math.min(before.width(), box.x1()); x++) {
        double dx = (2 * x - box.x0() - box.x1()) / box.width();
        double dy = (2 * y - box.y0() - box.y1()) / box.height();
        if (dx * dx + dy * dy < 1) {
          int p = before.index(x, y);
          all++;
          covered += Arrays.equals(before.data(), p, p + 3, after.data(), p, p + 3) ? 0 : 1;
        }
      }
    }
    double visible = face.visible() - (double) covered / Math.max(1, all);
    return new Member(face.points(), Math.max(0, visible));
  }

  private List<Place> places(Arrangement group, int width, int height, Chance chance) {
    List<CutOut> order = new ArrayList<>(people);
    Collections.shuffle(order, new Random(chance.random().nextLong()));
    int rows = (group.people() + MOST_IN_A_ROW - 1) / MOST_IN_A_ROW;
    double mean = Math.sqrt(group.smallest() * group.largest());
    List<Place> places = new ArrayList<>();
    for (int i = 0; i < group.people(); i++) {
      int row = i % rows;
      int inRow = (group.people() - row + rows - 1) / rows;
      double column = i / rows - (inRow - 1) / 2.0 + 0.3 * row;
      double x = width / 2.0 + mean * (group.spacing() * column + chance.between(-0.08, 0.08));
      double y =
          height * 0.5
              + mean * (BETWEEN_ROWS * (row - (rows - 1) / 2.0) + chance.between(-0.2, 0.2));
      double size = chance.logBetween(group.smallest(), group.largest());
      places.add(
          new Place(
              order.get(i % order.size()), size, x, y, chance.between(-MAX_ANGLE, MAX_ANGLE)));
    }
    return places;
  }

  private static Affine map(Place place) {
    Box face = place.person().face();
    double scale = place.height() / face.height();
    return new Affine(1, 0, -(face.x0() + face.x1()) / 2, 0, 1, -(face.y0() + face.y1()) / 2)
        .then(Affine.similarity(scale, place.angle(), place.x(), place.y()));
  }
}
