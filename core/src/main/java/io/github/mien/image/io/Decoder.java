package io.github.mien.image.io;

import io.github.mien.image.Image;
import io.github.mien.image.Rect;
import io.github.mien.image.io.ImageReadException.Kind;
import java.io.EOFException;
import java.io.IOException;

/** One picture file whose header has been read. */
abstract sealed class Decoder permits JpegDecoder, PngDecoder, GifDecoder, BmpDecoder, WebpDecoder {

  /**
   * What a file says about its picture.
   *
   * @param width columns as stored
   * @param height rows as stored
   * @param orientation how the stored picture must be turned
   * @param profile the ICC profile that {@link #pixels} has not applied, empty if there is none
   */
  record Header(int width, int height, Orientation orientation, byte[] profile) {
    /** Of a picture that is stored upright and in sRGB. */
    Header(int width, int height) {
      this(width, height, Orientation.UPRIGHT, new byte[0]);
    }

    @Override
    public String toString() {
      return width + " x " + height + " pixels";
    }
  }

  /** From file to upright sRGB; the size is checked before memory is taken for pixels. */
  static Image decode(byte[] file) throws ImageReadException {
    Decoder decoder = null;
    try {
      decoder = FileFormat.of(file).open(file);
      Header header = decoder.header();
      requireSize(header.width, header.height);
      Image pixels = decoder.pixels();
      ColorProfile.apply(header.profile, pixels);
      return header.orientation.upright(pixels);
    } catch (IOException | RuntimeException | OutOfMemoryError e) {
      throw failure(e, decoder == null ? "its pixels" : decoder.header().toString());
    }
  }

  /**
   * What is wrong with a file, whatever was thrown: the codecs answer to a broken one with all
   * kinds of exceptions.
   *
   * @param pixels how many there are, in words
   */
  static ImageReadException failure(Throwable thrown, String pixels) {
    if (thrown instanceof ImageReadException known) {
      return known;
    }
    if (thrown instanceof EOFException) {
      return new ImageReadException(Kind.DAMAGED, "damaged: the file ends too early", thrown);
    }
    if (thrown instanceof OutOfMemoryError) {
      return new ImageReadException(
          Kind.TOO_LARGE,
          pixels + " do not fit into Java's memory; raise it with -Xmx or scale the picture down",
          thrown);
    }
    return new ImageReadException(Kind.DAMAGED, "damaged: " + reason(thrown), thrown);
  }

  /**
   * A frame of an animation, stored as a file of its own.
   *
   * @param area what it covers according to the animation
   */
  static Image decode(byte[] file, Rect area) throws ImageReadException {
    Image pixels = decode(file);
    if (pixels.width() != area.width() || pixels.height() != area.height()) {
      throw otherSize(pixels.width(), pixels.height(), area.width(), area.height());
    }
    return pixels;
  }

  static ImageReadException otherSize(int width, int height, int wantedWidth, int wantedHeight) {
    return new ImageReadException(
        Kind.DAMAGED,
        "damaged: %d x %d pixels instead of %d x %d"
            .formatted(width, height, wantedWidth, wantedHeight));
  }

  static void requireSize(int width, int height) throws ImageReadException {
    if (width < 1 || height < 1) {
      throw new ImageReadException(
          Kind.DAMAGED, "damaged: a picture of " + width + " x " + height + " pixels");
    }
    if ((long) width * height > Images.MAX_PIXELS) {
      throw new ImageReadException(
          Kind.TOO_LARGE,
          width
              + " x "
              + height
              + " pixels; at most "
              + Images.MAX_PIXELS / 1_000_000
              + " megapixels are read, scale the picture down");
    }
  }

  private static String reason(Throwable e) {
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }

  abstract Header header();

  /** The stored picture, RGB or RGBA, in the profile's colours. */
  abstract Image pixels() throws IOException;
}
