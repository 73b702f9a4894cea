package io.github.mien.style;

import io.github.mien.image.Image;
import io.github.mien.inference.InferenceSession;
import io.github.mien.inference.Tensor;
import io.github.mien.model.ModelException;
import io.github.mien.tile.SurroundedTile;
import io.github.mien.tile.TileBlend;
import io.github.mien.tile.TileShape;
import io.github.mien.tile.Tiling;

/**
 * Gives a whole photo the style of another picture by adaptive instance normalisation (Huang and
 * Belongie 2017, arXiv:1703.06868), between an encoder and a decoder of the user's: networks of one
 * input and one output, N, C, H, W. The encoder takes the channels R, G, B of 0..1 of any height
 * and width that is a multiple of 16, and makes features of a coarser grid (every 1, 2, 4, 8 or 16
 * pixels); the decoder makes such a picture of features. Preparations of pixels, as a VGG wants
 * them, belong into the encoder's graph.
 *
 * <p>Works through tiles that overlap and fade into each other, so that beside the two pictures it
 * needs memory for one tile only. Every tile is normalised by the statistics of the whole photo,
 * which takes a pass of the encoder of their own; so the seams agree.
 *
 * <p>Thread-safe if the sessions are; it does not close them.
 */
public final class StyleTransfer {
  /** Sides of what networks see are multiples of this. */
  static final int MULTIPLE = 16;

  /** What tiles see beyond a seam: a VGG up to relu4_1 looks about this far around. */
  static final int CONTEXT = 64;

  private static final int TILE = 256;

  private final StyleNetwork network;
  private final TileShape tile;

  /**
   * Tries the networks on a small grey picture.
   *
   * @param encoder not closed
   * @param decoder not closed
   * @throws ModelException if they are of another kind
   */
  public StyleTransfer(InferenceSession encoder, InferenceSession decoder) {
    this(encoder, decoder, TILE);
  }

  /**
   * Tries the networks on a small grey picture.
   *
   * @param encoder not closed
   * @param decoder not closed
   * @param tile pixels from one seam to the next, a multiple of 16 and at least 32; the networks
   *     see 64 more on each side. Smaller ones need less memory and more time
   * @throws ModelException if they are of another kind
   */
  public StyleTransfer(InferenceSession encoder, InferenceSession decoder, int tile) {
    this.tile = new TileShape(tile, CONTEXT, MULTIPLE, MULTIPLE);
    network = StyleNetwork.of(encoder, decoder);
  }

  /**
   * Reads the style of a picture, which can then be given to any number of photos.
   *
   * @param picture alpha is left out
   */
  public Style styleOf(Image picture) {
    return new Style(statistics(picture));
  }

  /**
   * A photo in another style.
   *
   * @param photo not modified
   * @param style read by this or by another of the same encoder
   * @param strength 0 for the photo as the decoder makes it to 1 for the whole style
   * @return of the photo's size and channels; alpha is the photo's
   */
  public Image apply(Image photo, Style style, double strength) {
    if (!(strength >= 0 && strength <= 1)) {
      throw new IllegalArgumentException("strength must be from 0 to 1, not " + strength);
    }
    if (style.features().channels() != network.channels()) {
      throw new IllegalArgumentException(
          "the style has %d channels, this encoder makes %d: read it by this encoder"
              .formatted(style.features().channels(), network.channels()));
    }
    InstanceNorm norm = new InstanceNorm(statistics(photo), style.features(), (float) strength);
    Image styled = photo.copy();
    Tiling.forEach(
        photo,
        tile,
        (columns, rows) -> {
          Tensor features = network.encode(SurroundedTile.cut(photo, columns, rows));
          norm.apply(features.data());
          new TileBlend(columns, rows, 1).paint(network.decode(features), styled);
        });
    return styled;
  }

  private FeatureStatistics statistics(Image image) {
    FeatureStatistics.Sums sums = new FeatureStatistics.Sums(network.channels());
    Tiling.forEach(
        image,
        tile,
        (columns, rows) -> {
          Tensor features = network.encode(SurroundedTile.cut(image, columns, rows));
          int[] shape = features.shape();
          sums.add(
              features.data(),
              shape[3],
              shape[2],
              first(columns),
              end(columns),
              first(rows),
              end(rows));
        });
    return sums.statistics();
  }

  /** The first feature that stands for pixels of this tile's own. */
  private int first(Tiling.Span span) {
    return (span.own() - span.seen()) / network.stride();
  }

  /** Behind the last. */
  private int end(Tiling.Span span) {
    return (span.ownEnd() - span.seen() + network.stride() - 1) / network.stride();
  }
}
