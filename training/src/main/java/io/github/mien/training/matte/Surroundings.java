package io.github.mien.training.matte;

import io.github.mien.image.Image;
import io.github.mien.image.ImageKernels;
import io.github.mien.training.synth.Chance;
import io.github.mien.training.synth.RandomCrop;
import io.github.mien.training.synth.Texture;
import java.util.List;

/** What is behind people: scenes, near or out of focus, walls, patterns, stripes and boxes. */
final class Surroundings {
  private final List<Image> scenes;
  private final ImageKernels kernels = ImageKernels.java();

  Surroundings(List<Image> scenes) {
    this.scenes = List.copyOf(scenes);
  }

  /** Fills an RGB picture. */
  void paint(Image picture, Chance chance) {
    double kind = chance.between(0, 1);
    if (kind < 0.45) {
      scene(picture, chance);
    } else if (kind < 0.68) {
      wall(picture, chance);
    } else if (kind < 0.8) {
      Texture.paint(picture, chance);
    } else {
      mixed(picture, chance);
    }
    if (chance.is(0.3)) {
      boxes(picture, chance);
    }
    if (chance.is(0.5)) {
      blur(picture, chance.logBetween(0.8, 14));
    }
  }

  private void scene(Image picture, Chance chance) {
    Image scene = chance.pick(scenes);
    RandomCrop.of(scene, chance.random()).cut(scene, kernels, picture);
  }

  /** One colour, lighter to one side, with a little grain. */
  private static void wall(Image picture, Chance chance) {
    int[] colour = chance.colour();
    double grey = chance.between(0, 1);
    double mean = (colour[0] + colour[1] + colour[2]) / 3.0;
    double angle = chance.between(0, 2 * Math.PI);
    double slope = chance.between(0, 0.7) / picture.width();
    double round = chance.between(-0.8, 0.8) / picture.width() / picture.width();
    double grain = chance.is(0.5) ? 0 : chance.between(0, 8);
    byte[] data = picture.data();
    for (int y = 0, i = 0; y < picture.height(); y++) {
      for (int x = 0; x < picture.width(); x++) {
        double dx = x - picture.width() / 2.0, dy = y - picture.height() / 2.0;
        double light =
            1 + slope * (Math.cos(angle) * dx + Math.sin(angle) * dy) + round * (dx * dx + dy * dy);
        double noise = grain == 0 ? 0 : grain * chance.between(-1, 1);
        for (int c = 0; c < 3; c++, i++) {
          data[i] = level(light * (colour[c] + grey * (mean - colour[c])) + noise);
        }
      }
    }
  }

  private void mixed(Image picture, Chance chance) {
    scene(picture, chance);
    Image other = Image.create(picture.width(), picture.height(), 3);
    if (chance.is(0.5)) {
      Texture.paint(other, chance);
    } else {
      scene(other, chance);
    }
    double share = chance.between(0.2, 0.8);
    byte[] data = picture.data();
    for (int i = 0; i < data.length; i++) {
      data[i] = level(share * (data[i] & 0xff) + (1 - share) * (other.data()[i] & 0xff));
    }
  }

  /** Doors, windows, frames, folds of flags. */
  private void boxes(Image picture, Chance chance) {
    int side = picture.width();
    boolean stripes = chance.is(0.4);
    int[][] palette = {chance.colour(), chance.colour(), chance.colour()};
    double angle = chance.is(0.5) ? 0 : chance.between(-0.5, 0.5);
    double left = chance.between(-0.3, 1) * side;
    double wide = chance.between(0.15, 0.7) * side;
    double stripe = chance.between(0.04, 0.2) * side;
    double top = stripes ? -side : chance.between(-0.3, 0.8) * side;
    double high = stripes ? 3 * side : chance.between(0.1, 1) * side;
    byte[] data = picture.data();
    for (int y = 0; y < side; y++) {
      for (int x = 0; x < side; x++) {
        double u = x + Math.sin(angle) * y - left;
        double v = y - Math.sin(angle) * x - top;
        if (u >= 0 && u < wide && v >= 0 && v < high) {
          int[] colour = palette[stripes ? (int) (u / stripe) % 3 : 0];
          int at = picture.index(x, y);
          for (int c = 0; c < 3; c++) {
            data[at + c] = level(0.8 * colour[c] + 0.2 * (data[at + c] & 0xff));
          }
        }
      }
    }
  }

  private void blur(Image picture, double sigma) {
    int count = picture.width() * picture.height();
    float[] plane = new float[count];
    for (int c = 0; c < 3; c++) {
      for (int i = 0; i < count; i++) {
        plane[i] = picture.data()[3 * i + c] & 0xff;
      }
      kernels.blur(plane, picture.width(), picture.height(), sigma, plane);
      for (int i = 0; i < count; i++) {
        picture.data()[3 * i + c] = level(plane[i]);
      }
    }
  }

  private static byte level(double value) {
    return (byte) (int) Math.max(0, Math.min(255, value + 0.5));
  }
}
