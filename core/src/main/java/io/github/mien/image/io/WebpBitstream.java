package io.github.mien.image.io;

import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import io.github.mien.image.Image;
import io.github.mien.image.Rect;
import io.github.mien.image.io.ImageReadException.Kind;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * The pixels of a picture or a frame of a WebP: with losses, decoded by TwelveMonkeys, perhaps with
 * a channel of transparency; or without.
 *
 * @param colors the chunk VP8 or VP8L
 * @param alpha the chunk ALPH, if there is one
 */
record WebpBitstream(WebpChunk colors, @Nullable WebpChunk alpha) {

  /**
   * Finds it.
   *
   * @param from where the first chunk begins
   * @param end behind the last chunk
   */
  static WebpBitstream in(byte[] file, int from, int end) throws IOException {
    WebpChunk alpha = null;
    WebpChunk chunk = WebpChunk.at(file, from, end);
    for (; chunk != null; chunk = chunk.next(file, end)) {
      if (chunk.type().equals(WebpChunk.ALPHA)) {
        alpha = chunk;
      } else if (chunk.isBitstream()) {
        return new WebpBitstream(chunk, alpha);
      }
    }
    throw new ImageReadException(Kind.DAMAGED, "damaged: a WebP without pixels");
  }

  /**
   * Decodes it.
   *
   * @param width columns that it must have
   * @param height rows that it must have
   * @return RGB, or RGBA where it has transparency
   */
  Image decode(byte[] file, int width, int height) throws IOException {
    if (colors.type().equals(WebpChunk.LOSSLESS)) {
      int[] argb = Vp8lDecoder.decode(file, colors, width, height);
      return Pixels.ofArgb(argb, width, height, colors.bitstreamHasAlpha(file));
    }
    // Before memory is taken for what the pixels' own header says.
    Rect size = colors.size(file);
    if (size.width() != width || size.height() != height) {
      throw Decoder.otherSize(size.width(), size.height(), width, height);
    }
    byte[] still = WebpChunk.writeFile(WebpChunk.write(WebpChunk.LOSSY, colors.data(file)));
    Image rgb =
        Pixels.take(Codecs.first(new WebPImageReaderSpi().createReaderInstance(null), still));
    if (alpha == null) {
      return rgb;
    }
    Image rgba = Image.create(width, height, 4);
    for (int i = 0; i < width * height; i++) {
      System.arraycopy(rgb.data(), rgb.index(i % width, i / width), rgba.data(), 4 * i, 3);
    }
    WebpAlpha.decode(file, alpha, rgba);
    return rgba;
  }
}
