package io.github.mien.image.io;

import io.github.mien.image.Image;
import io.github.mien.image.Metadata;
import io.github.mien.image.io.ImageReadException.Kind;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/**
 * Reads and writes pictures.
 *
 * <p>Read are JPEG (grey, YCbCr, RGB, CMYK and YCCK; baseline and progressive), PNG, BMP, GIF (the
 * first frame on its canvas) and WebP. What comes back is upright (the EXIF orientation is
 * applied), 8-bit sRGB (an embedded ICC profile is applied, 16-bit samples are rounded) and owns
 * its pixels: RGB, or RGBA where the file has transparency. A CMYK picture without a profile is
 * converted by the plain formula, as browsers do.
 *
 * <p>Written are PNG and JPEG, and WebP where the application has a plug-in for it ({@link
 * WebpEncoder}), chosen by the extension, without any metadata of the input; {@link Metadata} of
 * one's own can be added. A file appears, or replaces an older one, only when it is complete.
 *
 * <p>All methods are thread-safe as long as the pictures are not changed meanwhile.
 */
public final class Images {
  /** Pictures of more pixels are refused before any memory is taken for them. */
  public static final long MAX_PIXELS = 100_000_000;

  /** No picture within {@link #MAX_PIXELS} needs a larger file. */
  private static final int MAX_FILE_BYTES = 1 << 30;

  private Images() {}

  /**
   * Reads a picture file.
   *
   * @param file JPEG, PNG, BMP, GIF or WebP, whatever its name
   * @throws ImageReadException if there is no such picture or it cannot be read
   */
  public static Image read(Path file) throws IOException {
    Objects.requireNonNull(file, "file");
    try {
      return Decoder.decode(bytes(file));
    } catch (ImageReadException e) {
      throw e.of(file.toString());
    }
  }

  /**
   * Reads the bytes of a picture file.
   *
   * @param file not modified
   * @throws ImageReadException if the bytes are no picture that can be read
   */
  public static Image read(byte[] file) throws IOException {
    try {
      return Decoder.decode(Objects.requireNonNull(file, "file"));
    } catch (ImageReadException e) {
      throw e.of("picture of " + file.length + " bytes");
    }
  }

  /**
   * Reads the bytes of a picture file from a stream.
   *
   * @param stream read to its end, not closed
   * @throws ImageReadException if the bytes are no picture that can be read
   * @throws IOException if the stream fails
   */
  public static Image read(InputStream stream) throws IOException {
    byte[] file = stream.readNBytes(MAX_FILE_BYTES + 1);
    if (file.length > MAX_FILE_BYTES) {
      throw tooManyBytes().of("stream");
    }
    try {
      return Decoder.decode(file);
    } catch (ImageReadException e) {
      throw e.of("stream of " + file.length + " bytes");
    }
  }

  /**
   * Copies a picture of AWT. Colours of other colour spaces are converted to sRGB; grey samples are
   * taken as sRGB values, as in files.
   *
   * @param picture any type; not modified
   */
  public static Image from(BufferedImage picture) {
    return Pixels.copy(picture);
  }

  /**
   * Shows a picture to AWT without copying it.
   *
   * @param image its array is shared by what is returned
   */
  public static BufferedImage toBufferedImage(Image image) {
    return Pixels.view(image);
  }

  /**
   * Writes a picture, PNG, JPEG or WebP by the extension of the name. PNG is lossless and keeps
   * transparency. JPEG has quality 95 and full colour resolution (4:4:4); a transparent picture is
   * laid on white. WebP has losses that are hardly seen, and keeps transparency. The bytes go to a
   * temporary file in the same folder, which then takes the place of {@code file}.
   *
   * @param image not modified
   * @param file name ending in .png, .jpg, .jpeg or .webp, in a folder that exists
   * @throws ImageWriteException if the file cannot be written; an older one is then still there
   */
  public static void write(Image image, Path file) throws IOException {
    write(image, file, Metadata.NONE);
  }

  /**
   * Writes a picture with something said of it.
   *
   * @param image not modified
   * @param file as for {@link #write(Image, Path)}
   * @param metadata what the file says of the picture
   * @throws ImageWriteException if the file cannot be written; an older one is then still there
   */
  public static void write(Image image, Path file, Metadata metadata) throws IOException {
    Objects.requireNonNull(image, "image");
    Objects.requireNonNull(metadata, "metadata");
    Encoder encoder = requireEncoder(file);
    AtomicFile.write(
        file, out -> MetadataStream.write(metadata, out, said -> encoder.encode(image, said)));
  }

  /**
   * Reads what a picture file says of its picture. The picture itself is not read.
   *
   * @param file JPEG, PNG, GIF, WebP or BMP, which has none
   * @return {@link Metadata#NONE} where it says nothing, or nothing that is whole
   * @throws ImageReadException if there is no such file, or it is no picture of these formats
   */
  public static Metadata metadata(Path file) throws IOException {
    Objects.requireNonNull(file, "file");
    try {
      return XmpPacket.find(bytes(file));
    } catch (ImageReadException e) {
      throw e.of(file.toString());
    }
  }

  /**
   * Writes a file that was encoded before.
   *
   * @param encoded all its bytes; not modified
   * @param file any name in a folder that exists
   * @throws ImageWriteException if the file cannot be written; an older one is then still there
   */
  public static void write(byte[] encoded, Path file) throws IOException {
    AtomicFile.write(file, out -> out.write(encoded));
  }

  /**
   * Checks that {@link #write(Image, Path)} can write a file, so that a mistake shows before the
   * work is done: the extension, the folder and the right to write there. Leaves nothing behind.
   *
   * @param file as for {@link #write}
   * @throws ImageWriteException naming what is wrong
   */
  public static void requireWritable(Path file) throws IOException {
    requireEncoder(file);
    AtomicFile.requireWritable(file);
  }

  private static Encoder requireEncoder(Path file) throws ImageWriteException {
    return Encoder.byExtension(Objects.requireNonNull(file, "file"));
  }

  static byte[] bytes(Path file) throws ImageReadException {
    if (Files.isDirectory(file)) {
      throw new ImageReadException(Kind.DIRECTORY, "is a folder; name a picture file");
    }
    if (Files.notExists(file)) {
      throw new ImageReadException(Kind.MISSING, "no such file");
    }
    try {
      if (Files.size(file) > MAX_FILE_BYTES) {
        throw tooManyBytes();
      }
      return Files.readAllBytes(file);
    } catch (ImageReadException e) {
      throw e;
    } catch (AccessDeniedException e) {
      throw new ImageReadException(
          Kind.UNREADABLE, "may not be read; check the file's permissions", e);
    } catch (IOException e) {
      throw new ImageReadException(Kind.UNREADABLE, "cannot be read: " + e.getMessage(), e);
    }
  }

  private static ImageReadException tooManyBytes() {
    return new ImageReadException(
        Kind.TOO_LARGE, "more than " + (MAX_FILE_BYTES >> 20) + " MiB; no photo needs that many");
  }
}
