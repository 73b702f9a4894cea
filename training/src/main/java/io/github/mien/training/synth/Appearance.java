package io.github.mien.training.synth;

import io.github.mien.image.Image;
import io.github.mien.image.ImageKernels;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Random changes of a picture that leave every point where it is: light, colour, blur, low
 * resolution, noise, JPEG artefacts, things in front of the face. Pictures are RGB of some 100
 * pixels a side.
 */
public final class Appearance {
  private final List<Image> textures;
  private final ImageKernels kernels = ImageKernels.java();

  /**
   * @param textures pictures that occluders are cut from; read only
   */
  public Appearance(List<Image> textures) {
    this.textures = List.copyOf(textures);
  }

  /** Returns the changed picture, which may be the one given. */
  public Image apply(Image picture, SplittableRandom random) {
    if (random.nextDouble() < 0.3) {
      for (int n = random.nextInt(1, 3); n > 0; n--) {
        occlude(picture, random);
      }
    }
    return applyLight(picture, random);
  }

  /** The same without things in front. Returns the changed picture, which may be the one given. */
  public Image applyLight(Image picture, SplittableRandom random) {
    Image image = picture;
    if (random.nextDouble() < 0.4) {
      shade(image, random);
    }
    if (random.nextDouble() < 0.9) {
      recolour(image, random);
    }
    if (random.nextDouble() < 0.12) {
      desaturate(image, 1);
    } else if (random.nextDouble() < 0.3) {
      desaturate(image, random.nextDouble(-0.4, 0.8));
    }
    if (random.nextDouble() < 0.2) {
      coarsen(image, random.nextDouble(1.3, 3.5));
    }
    if (random.nextDouble() < 0.25) {
      blur(image, random.nextDouble(0.4, 2.2));
    }
    if (random.nextDouble() < 0.3) {
      addNoise(image, random.nextDouble(1, 18), random);
    }
    if (random.nextDouble() < 0.15) {
      image = Jpeg.roundTrip(image, (float) random.nextDouble(0.08, 0.6));
    }
    return image;
  }

  /** A soft-edged rotated box or ellipse with a texture or a plain colour. */
  private void occlude(Image image, SplittableRandom random) {
    int size = image.width();
    double cx = random.nextDouble(0, size);
    double cy = random.nextDouble(0, size);
    double a = size * random.nextDouble(0.05, 0.25);
    double b = size * random.nextDouble(0.05, 0.25);
    double angle = random.nextDouble(0, Math.PI);
    double c = Math.cos(angle);
    double s = Math.sin(angle);
    boolean ellipse = random.nextBoolean();
    double edge = random.nextDouble(0.5, 4);
    Image fill = fill(size, random);
    byte[] data = image.data();
    int reach = (int) Math.ceil(Math.hypot(a, b));
    for (int y = Math.max(0, (int) cy - reach); y < Math.min(size, cy + reach + 1); y++) {
      for (int x = Math.max(0, (int) cx - reach); x < Math.min(size, cx + reach + 1); x++) {
        double u = (c * (x - cx) + s * (y - cy)) / a;
        double v = (c * (y - cy) - s * (x - cx)) / b;
        double r = ellipse ? Math.sqrt(u * u + v * v) : Math.max(Math.abs(u), Math.abs(v));
        double cover = Math.max(0, Math.min(1, (1 - r) * Math.min(a, b) / edge));
        if (cover > 0) {
          int p = image.index(x, y);
          int q = fill.index(x, y);
          for (int k = 0; k < 3; k++) {
            data[p + k] =
                clamp((data[p + k] & 0xff) * (1 - cover) + (fill.data()[q + k] & 0xff) * cover);
          }
        }
      }
    }
  }

  private Image fill(int size, SplittableRandom random) {
    Image fill = Image.create(size, size, 3);
    if (textures.isEmpty() || random.nextDouble() < 0.4) {
      int[] colour = {random.nextInt(256), random.nextInt(256), random.nextInt(256)};
      for (int i = 0; i < fill.data().length; i++) {
        fill.data()[i] = (byte) colour[i % 3];
      }
    } else {
      Image texture = textures.get(random.nextInt(textures.size()));
      RandomCrop.of(texture, random).cut(texture, kernels, fill);
    }
    return fill;
  }

  /** Light that falls off in one direction. */
  private static void shade(Image image, SplittableRandom random) {
    double angle = random.nextDouble(0, 2 * Math.PI);
    double strength = random.nextDouble(0.1, 0.7);
    int size = image.width();
    double half = (size - 1) / 2.0;
    double gx = strength * Math.cos(angle) / half;
    double gy = strength * Math.sin(angle) / half;
    byte[] data = image.data();
    for (int y = 0, p = 0; y < size; y++) {
      for (int x = 0; x < size; x++) {
        double factor = 1 + gx * (x - half) + gy * (y - half);
        for (int k = 0; k < 3; k++, p++) {
          data[p] = clamp((data[p] & 0xff) * factor);
        }
      }
    }
  }

  /** Exposure, contrast, gamma and white balance. */
  private static void recolour(Image image, SplittableRandom random) {
    double gamma = Math.exp(random.nextDouble(-0.5, 0.5));
    double exposure = Math.exp(random.nextDouble(-0.4, 0.3));
    if (random.nextDouble() < 0.12) {
      exposure *= random.nextDouble(0.12, 0.6);
    }
    double contrast = random.nextDouble(0.6, 1.35);
    byte[][] curves = new byte[3][256];
    for (int k = 0; k < 3; k++) {
      double gain = exposure * random.nextDouble(0.85, 1.15);
      for (int v = 0; v < 256; v++) {
        double bent = Math.pow(v / 255.0, gamma) - 0.45;
        curves[k][v] = clamp(255 * gain * (0.45 + contrast * bent));
      }
    }
    byte[] data = image.data();
    for (int i = 0; i < data.length; i++) {
      data[i] = curves[i % 3][data[i] & 0xff];
    }
  }

  /** Towards grey by a share of 0..1; below 0 more colour. */
  private static void desaturate(Image image, double share) {
    byte[] data = image.data();
    for (int i = 0; i < data.length; i += 3) {
      double grey =
          0.299 * (data[i] & 0xff) + 0.587 * (data[i + 1] & 0xff) + 0.114 * (data[i + 2] & 0xff);
      for (int k = 0; k < 3; k++) {
        data[i + k] = clamp((data[i + k] & 0xff) * (1 - share) + grey * share);
      }
    }
  }

  /** Down and up again. */
  private void coarsen(Image image, double factor) {
    int small = (int) Math.round(image.width() / factor);
    Image reduced = Image.create(small, small, 3);
    kernels.resize(image, reduced);
    kernels.resize(reduced, image);
  }

  private void blur(Image image, double sigma) {
    int pixels = image.width() * image.height();
    float[] plane = new float[pixels];
    byte[] data = image.data();
    for (int k = 0; k < 3; k++) {
      for (int i = 0; i < pixels; i++) {
        plane[i] = data[3 * i + k] & 0xff;
      }
      kernels.blur(plane, image.width(), image.height(), sigma, plane);
      for (int i = 0; i < pixels; i++) {
        data[3 * i + k] = clamp(plane[i]);
      }
    }
  }

  private static void addNoise(Image image, double sigma, SplittableRandom random) {
    boolean grey = random.nextBoolean();
    byte[] data = image.data();
    double noise = 0;
    for (int i = 0; i < data.length; i++) {
      if (!grey || i % 3 == 0) {
        // The sum of four uniform bytes of one random number is near enough to a normal one.
        int r = random.nextInt();
        noise =
            sigma * ((r & 0xff) + (r >>> 8 & 0xff) + (r >>> 16 & 0xff) + (r >>> 24) - 510) / 147.8;
      }
      data[i] = clamp((data[i] & 0xff) + noise);
    }
  }

  private static byte clamp(double value) {
    return (byte) (int) Math.max(0, Math.min(255, value + 0.5));
  }
}
