package io.github.mien.training.detector;

import io.github.mien.face.Box;
import io.github.mien.image.Affine;
import io.github.mien.image.Image;
import io.github.mien.image.ImageKernels;
import io.github.mien.training.synth.Chance;
import java.util.List;

/** Paints what looks pasted in, or looks like part of a face, and is none. */
final class Decoys {
  private static final int TILES = 4;
  private static final int TILE = 20;

  private final List<CutOut> people;
  private final List<Image> scenes;
  private final ImageKernels kernels;

  Decoys(List<CutOut> people, List<Image> scenes, ImageKernels kernels) {
    this.people = people;
    this.scenes = scenes;
    this.kernels = kernels;
  }

  void paint(Canvas canvas, Chance chance) {
    double size = chance.logBetween(12, 0.8 * canvas.height());
    switch (chance.below(5)) {
      case 0 -> {
        CutOut portrait = chance.pick(people);
        Parts.besideFace(portrait, chance)
            .ifPresent(part ->
                canvas.paint(
                    portrait, somewhere(canvas, part, size, chance), Shape.in(part, chance)));
      }
      case 1 -> {
        CutOut portrait = chance.pick(people);
        Box part = Parts.ofFace(portrait, chance);
        canvas.paint(portrait, somewhere(canvas, part, 0.6 * size, chance), Shape.in(part, chance));
      }
      case 2 -> {
        Image scrambled = scrambledFace(chance.pick(people), chance);
        Box box = new Box(2, 2, scrambled.width() - 2, scrambled.height() - 2);
        canvas.paint(scrambled, somewhere(canvas, box, size, chance), Shape.in(box, chance));
      }
      case 3 -> {
        Image scene = chance.pick(scenes);
        double w = chance.between(0.1, 0.5) * scene.height();
        double h = w * chance.between(0.9, 1.5);
        double x = chance.between(0, scene.width() - w);
        double y = chance.between(0, Math.max(1, scene.height() - h));
        Box box = new Box(x, y, x + w, y + h);
        canvas.paint(scene, somewhere(canvas, box, size, chance), Shape.head(box, chance));
      }
      default -> {
        double x = chance.between(0, canvas.width());
        double y = chance.between(0, canvas.height());
        Box box = new Box(x - 0.4 * size, y - size / 2, x + 0.4 * size, y + size / 2);
        int[] skin = {200, 150, 120};
        double light = chance.between(0.2, 1.25);
        for (int c = 0; c < 3; c++) {
          skin[c] = (int) Math.min(255, light * (skin[c] + chance.between(-30, 30)));
        }
        canvas.paint(chance.is(0.6) ? skin : chance.colour(), Shape.head(box, chance));
      }
    }
  }

  /** The tiles of a face in another order. */
  private Image scrambledFace(CutOut portrait, Chance chance) {
    int size = TILES * TILE;
    Image face = Image.create(size, size, 4);
    Box box = portrait.face();
    double sx = box.width() / size;
    double sy = box.height() / size;
    portrait.render(new Affine(sx, 0, box.x0(), 0, sy, box.y0()), kernels, face);
    int[] order = new int[TILES * TILES];
    for (int i = 0; i < order.length; i++) {
      int j = chance.below(i + 1);
      order[i] = order[j];
      order[j] = i;
    }
    Image scrambled = Image.create(size, size, 3);
    for (int y = 0; y < size; y++) {
      for (int x = 0; x < size; x++) {
        int tile = order[y / TILE * TILES + x / TILE];
        int from = face.index(tile % TILES * TILE + x % TILE, tile / TILES * TILE + y % TILE);
        System.arraycopy(face.data(), from, scrambled.data(), scrambled.index(x, y), 3);
      }
    }
    return scrambled;
  }

  private static Affine somewhere(Canvas canvas, Box part, double height, Chance chance) {
    double scale = height / part.height();
    double cx = (part.x0() + part.x1()) / 2;
    double cy = (part.y0() + part.y1()) / 2;
    int mirror = chance.is(0.5) ? 1 : -1;
    return new Affine(mirror, 0, -mirror * cx, 0, 1, -cy)
        .then(
            Affine.similarity(
                scale,
                chance.between(-0.8, 0.8),
                chance.between(0, canvas.width()),
                chance.between(0, canvas.height())));
  }
}
