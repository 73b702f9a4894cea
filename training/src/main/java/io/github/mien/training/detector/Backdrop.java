package io.github.mien.training.detector;

import io.github.mien.face.Box;
import io.github.mien.image.Affine;
import io.github.mien.image.Image;
import io.github.mien.training.synth.Chance;
import io.github.mien.training.synth.Texture;
import java.util.List;

/** Fills a canvas with something that holds no face. */
final class Backdrop {
  private final List<CutOut> people;
  private final List<Image> scenes;

  Backdrop(List<CutOut> people, List<Image> scenes) {
    this.people = people;
    this.scenes = scenes;
  }

  void paint(Canvas canvas, Chance chance) {
    double kind = chance.between(0, 1);
    if (kind < 0.3) {
      scene(canvas, chance.pick(scenes), chance);
    } else if (kind < 0.58) {
      blend(canvas, chance);
    } else if (kind < 0.7) {
      besideFace(canvas, new Box(0, 0, canvas.width(), canvas.height()), chance);
    } else if (kind < 0.8) {
      mosaic(canvas, chance);
    } else if (kind < 0.95) {
      Texture.paint(canvas.picture(), chance);
    } else {
      spots(canvas, chance);
    }
  }

  /** A part of a scene, upright or not. */
  static void scene(Canvas canvas, Image scene, Chance chance) {
    double side = Math.max(canvas.width(), canvas.height());
    double share = chance.logBetween(0.1, 1);
    double scale = share * Math.min(scene.width(), scene.height()) / side;
    double angle = chance.is(0.6) ? 0 : chance.between(-Math.PI, Math.PI);
    int mirror = chance.is(0.5) ? 1 : -1;
    double roomX = scene.width() - scale * canvas.width();
    double roomY = scene.height() - scale * canvas.height();
    Affine toScene =
        new Affine(mirror, 0, -mirror * canvas.width() / 2.0, 0, 1, -canvas.height() / 2.0)
            .then(
                Affine.similarity(
                    scale,
                    angle,
                    scene.width() / 2.0 + chance.between(-roomX / 2, roomX / 2),
                    scene.height() / 2.0 + chance.between(-roomY / 2, roomY / 2)));
    canvas.fill(scene, toScene);
    if (chance.is(0.3)) {
      swapChannels(canvas.picture(), chance);
    }
  }

  /** A scene with another or with a texture in one, which gives textures that no scene has. */
  private void blend(Canvas canvas, Chance chance) {
    scene(canvas, chance.pick(scenes), chance);
    Canvas other = canvas.another();
    if (chance.is(0.6)) {
      scene(other, chance.pick(scenes), chance);
    } else {
      Texture.paint(other.picture(), chance);
    }
    int mode = chance.below(5);
    int share = chance.below(256);
    boolean inverted = chance.is(0.25);
    byte[] data = canvas.picture().data();
    byte[] more = other.picture().data();
    for (int i = 0; i < data.length; i++) {
      int a = data[i] & 0xff;
      int b = more[i] & 0xff;
      int mixed =
          switch (mode) {
            case 0 -> (a * share + b * (255 - share)) / 255;
            case 1 -> Math.min(255, 2 * a * b / 255);
            case 2 -> Math.abs(a - b);
            case 3 -> Math.max(a, b);
            default -> Math.min(a, b);
          };
      data[i] = (byte) (inverted ? 255 - mixed : mixed);
    }
  }

  private static void swapChannels(Image picture, Chance chance) {
    int first = chance.below(3);
    int second = chance.below(3);
    byte[] data = picture.data();
    for (int i = 0; i < data.length; i += 3) {
      byte kept = data[i + first];
      data[i + first] = data[i + second];
      data[i + second] = kept;
    }
  }

  private void besideFace(Canvas canvas, Box area, Chance chance) {
    CutOut portrait = chance.pick(people);
    Parts.besideFace(portrait, chance)
        .ifPresent(part -> {
          double sx = area.width() / part.width();
          double sy = area.height() / part.height();
          Affine toCanvas =
              new Affine(sx, 0, area.x0() - sx * part.x0(), 0, sy, area.y0() - sy * part.y0());
          canvas.paint(portrait, toCanvas, Shape.rectangle(part));
        });
  }

  /** Tiles of scenes and of portraits beside the face. */
  private void mosaic(Canvas canvas, Chance chance) {
    int across = 2 + chance.below(3);
    double w = (double) canvas.width() / across;
    double h = (double) canvas.height() / across;
    for (int i = 0; i < across * across; i++) {
      double x = i % across * w;
      double y = i / across * h;
      Box area = new Box(x, y, x + w, y + h);
      if (chance.is(0.5)) {
        besideFace(canvas, area, chance);
      } else {
        Image scene = chance.pick(scenes);
        double scale = chance.logBetween(0.3, 2);
        Box part = new Box(0, 0, w / scale, h / scale);
        double fromX = chance.between(0, Math.max(1, scene.width() - part.width()));
        double fromY = chance.between(0, Math.max(1, scene.height() - part.height()));
        canvas.paint(
            scene,
            new Affine(scale, 0, x - scale * fromX, 0, scale, y - scale * fromY),
            Shape.rectangle(new Box(fromX, fromY, fromX + part.width(), fromY + part.height())));
      }
    }
  }

  /** One colour with spots, rings and boxes of others. */
  private static void spots(Canvas canvas, Chance chance) {
    double w = canvas.width();
    double h = canvas.height();
    canvas.paint(chance.colour(), Shape.rectangle(new Box(-w, -h, 2 * w, 2 * h)));
    for (int n = chance.below(14); n > 0; n--) {
      double size = chance.logBetween(4, h);
      double x = chance.between(0, w);
      double y = chance.between(0, h);
      double half = size * chance.logBetween(0.2, 1.5);
      canvas.paint(
          chance.colour(),
          Shape.in(new Box(x - half, y - size / 2, x + half, y + size / 2), chance));
    }
  }
}
