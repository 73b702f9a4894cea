package io.github.mien.image.io;

import io.github.mien.image.Animation;
import io.github.mien.image.Frame;
import io.github.mien.image.FrameSource;
import io.github.mien.image.Metadata;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * Reads and writes moving pictures, a frame at a time. Read are GIF, animated PNG, animated WebP,
 * still pictures as animations of one frame, and, where there is a {@link VideoCodec}, MP4,
 * QuickTime, WebM and Matroska; written are GIF, animated PNG, animated WebP, MP4 and WebM. A file
 * appears, or replaces an older one, only when it is complete.
 *
 * <p>All methods are thread-safe.
 */
public final class Animations {
  /** How long a still picture is shown, in milliseconds. */
  private static final int STILL_MILLIS = 1000;

  private Animations() {}

  /**
   * Reads an animation. Frames are decoded when they are wanted, one at a time; a GIF, PNG or WebP
   * is kept in memory as it is, a video stays where it is. Frames of the first three are RGBA and
   * drawn on one canvas, whose background is transparent. Delays are those of the file, but for
   * those of 10 milliseconds and less, for which browsers take 100, as here.
   *
   * @param file a GIF, an animated PNG or WebP, a video, or a picture that {@link
   *     Images#read(Path)} reads, whatever its name
   * @throws ImageReadException if there is no such file, or it is damaged or cut short; where the
   *     damage lies within a frame, when that one is wanted
   */
  public static Animation read(Path file) throws IOException {
    Objects.requireNonNull(file, "file");
    try {
      if (VideoFiles.isVideo(file)) {
        return VideoFiles.read(file);
      }
      return read(Images.bytes(file));
    } catch (ImageReadException e) {
      throw e.of(file.toString());
    }
  }

  private static Animation read(byte[] file) throws ImageReadException {
    try {
      return parse(file);
    } catch (IOException | RuntimeException | OutOfMemoryError e) {
      throw Decoder.failure(e, "its pixels");
    }
  }

  private static Animation parse(byte[] file) throws IOException {
    FileFormat format = FileFormat.of(file);
    if (format == FileFormat.GIF) {
      return GifAnimation.of(file);
    }
    if (format == FileFormat.PNG && ApngAnimation.isIn(file)) {
      return ApngAnimation.of(file);
    }
    if (format == FileFormat.WEBP && WebpAnimation.isIn(file)) {
      return WebpDecoder.animation(file);
    }
    return Animation.of(List.of(new Frame(Decoder.decode(file), STILL_MILLIS)));
  }

  /**
   * Reads what a file says of its animation. Frames are not read, so videos need no {@link
   * VideoCodec}.
   *
   * @param file an MP4, QuickTime, WebM or Matroska, an AVI, which has none, or a picture as for
   *     {@link Images#metadata}
   * @return {@link Metadata#NONE} where it says nothing, or nothing that is whole
   * @throws ImageReadException if there is no such file, or it is neither video nor picture
   */
  public static Metadata metadata(Path file) throws IOException {
    Objects.requireNonNull(file, "file");
    if (!VideoFiles.isVideo(file)) {
      return Images.metadata(file);
    }
    try {
      return VideoFiles.metadata(file);
    } catch (ImageReadException e) {
      throw e.of(file.toString());
    }
  }

  /**
   * Writes an animation in the format that the extension asks for, with the best quality that is
   * reasonable there: GIF with 256 colours for all frames, PNG without loss, WebP and videos with
   * losses that are hardly seen.
   *
   * @param animation gone through once or twice
   * @param file name ending in .gif, .png, .apng, .webp, .mp4 or .webm, in a folder that exists
   * @throws ImageWriteException if the file cannot be written; an older one is then still there
   * @throws IOException likewise, if the frames cannot be had
   */
  public static void write(Animation animation, Path file) throws IOException {
    write(animation, encoder(file), file);
  }

  /**
   * Writes an animation.
   *
   * @param animation gone through once or twice
   * @param encoder the format, with its settings
   * @param file any name in a folder that exists
   * @throws ImageWriteException if the file cannot be written; an older one is then still there
   */
  public static void write(Animation animation, AnimationEncoder encoder, Path file)
      throws IOException {
    AtomicFile.write(file, out -> encoder.encode(animation, out));
  }

  /**
   * Checks that {@link #write(Animation, Path)} can write a file, so that a mistake shows before
   * the work is done. Leaves nothing behind.
   *
   * @param file as there
   * @throws ImageWriteException naming what is wrong
   */
  public static void requireWritable(Path file) throws IOException {
    encoder(file);
    AtomicFile.requireWritable(file);
  }

  /**
   * Goes through an animation.
   *
   * @return how many frames it has
   * @throws IOException if one of them cannot be had
   */
  public static int count(Animation animation) throws IOException {
    int count = 0;
    try (FrameSource frames = animation.open()) {
      while (frames.next() != null) {
        count++;
      }
    }
    return count;
  }

  private static AnimationEncoder encoder(Path file) throws ImageWriteException {
    String name = file.toString().toLowerCase(Locale.ROOT);
    if (name.endsWith(".gif")) {
      return GifEncoder.BEST;
    }
    if (name.endsWith(".png") || name.endsWith(".apng")) {
      return ApngEncoder.BEST;
    }
    if (name.endsWith(".webp")) {
      return WebpPlugin.encoder(file);
    }
    if (name.endsWith(".mp4")) {
      return VideoFiles.encoder(VideoEncoder.MP4, file);
    }
    if (name.endsWith(".webm")) {
      return VideoFiles.encoder(VideoEncoder.WEBM, file);
    }
    throw new ImageWriteException(
        ImageWriteException.Kind.UNKNOWN_EXTENSION,
        file
            + ": animations are written as .gif, .png, .apng, .webp, .mp4 or .webm; choose one of"
            + " these");
  }
}
