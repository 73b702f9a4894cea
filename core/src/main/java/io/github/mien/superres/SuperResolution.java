package io.github.mien.superres;

import io.github.mien.image.Image;
import io.github.mien.image.ImageKernels;
import io.github.mien.inference.InferenceSession;
import io.github.mien.model.ModelException;
import io.github.mien.tile.Levels;
import io.github.mien.tile.SurroundedTile;
import io.github.mien.tile.TileBlend;
import io.github.mien.tile.TileShape;
import io.github.mien.tile.Tiling;

/**
 * Enlarges pictures by a network: Mien's model {@code superres-x4}, or another of the form that
 * Real-ESRGAN (Wang and others 2021, arXiv:2107.10833) is exported in: one input and one output, N,
 * C, H, W with the channels R, G, B of 0..1, of any height and width, the output larger by a whole
 * factor.
 *
 * <p>Works through tiles that overlap and fade into each other, so that beside the two pictures it
 * needs memory for one tile only. Alpha is enlarged without the network.
 *
 * <p>Thread-safe if session and kernels are; it does not close the session.
 */
public final class SuperResolution {
  /** A tile of this size and its surroundings take some 10 MB in Mien's own network. */
  private static final int TILE = 160;

  /** What a tile sees beyond a seam; Mien's own network looks 12 pixels around. */
  static final int CONTEXT = Tiling.FADE + 12;

  /** What a tile sees beyond the picture's border. */
  static final int BORDER = 8;

  /** Some networks fold pixels into channels first and need sides that are multiples of this. */
  private static final int MULTIPLE = 4;

  private final EnlargingNetwork network;
  private final ImageKernels kernels;
  private final TileShape tile;

  /**
   * Tries the network on a small grey picture.
   *
   * @param net not closed
   * @param kernels enlarge alpha
   * @throws ModelException if the network is of another kind
   */
  public SuperResolution(InferenceSession net, ImageKernels kernels) {
    this(net, kernels, TILE);
  }

  /**
   * Tries the network on a small grey picture.
   *
   * @param net not closed
   * @param kernels enlarge alpha
   * @param tile pixels on a side of a tile of the small picture, a multiple of 4 and at least 32;
   *     smaller ones need less memory and more time
   * @throws ModelException if the network is of another kind
   */
  public SuperResolution(InferenceSession net, ImageKernels kernels, int tile) {
    this.tile = new TileShape(tile, CONTEXT, BORDER, MULTIPLE);
    network = EnlargingNetwork.of(net);
    this.kernels = kernels;
  }

  /** By how much the network enlarges each side. */
  public int factor() {
    return network.factor();
  }

  /** A picture with sides longer by {@link #factor}. */
  public Image enlarge(Image image) {
    return enlarge(image, factor());
  }

  /**
   * A picture with longer sides. If the factor is less than the network's, areas of the network's
   * pixels are averaged.
   *
   * @param image read only
   * @param factor 1 or more, a divisor of {@link #factor()}
   * @return of as many channels as the image
   */
  public Image enlarge(Image image, int factor) {
    if (factor < 1 || factor() % factor != 0) {
      throw new IllegalArgumentException(
          "this network enlarges by %d or a divisor of it, not by %d".formatted(factor(), factor));
    }
    Image large = blank(image, factor);
    Tiling.forEach(image, tile, (columns, rows) -> enlarge(image, columns, rows, large, factor));
    return large;
  }

  /** The large picture without content, but with alpha. */
  private Image blank(Image image, int factor) {
    long width = (long) factor * image.width();
    long height = (long) factor * image.height();
    if (width * height * image.channels() > Integer.MAX_VALUE - 8) {
      throw new IllegalArgumentException(
          "enlarged by %d, a picture of %d x %d does not fit one array"
              .formatted(factor, image.width(), image.height()));
    }
    Image large = Image.create((int) width, (int) height, image.channels());
    if (image.hasAlpha()) {
      kernels.resize(image, large);
    }
    return large;
  }

  private void enlarge(
      Image image, Tiling.Span columns, Tiling.Span rows, Image large, int factor) {
    Levels levels = network.run(SurroundedTile.cut(image, columns, rows));
    new TileBlend(columns, rows, factor).paint(levels.averaged(factor() / factor), large);
  }
}
