package io.github.mien.image.io;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.github.mien.image.Animation;
import io.github.mien.image.Metadata;
import io.github.mien.image.io.ImageReadException.Kind;
import io.github.mien.provider.UnavailableException;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/** Tells videos from pictures, and hands them to the codec that the application has. */
final class VideoFiles {
  private static final int START_BYTES = 16;

  /** What an old QuickTime file may begin with. */
  private static final Set<String> QUICKTIME = Set.of("moov", "mdat", "wide", "free", "skip");

  private static final String MATROSKA = "\u001aE\u00df\u00a3";

  private VideoFiles() {}

  /** By its first bytes; false where there is no such file. */
  static boolean isVideo(Path file) {
    if (!Files.isRegularFile(file)) {
      return false;
    }
    try (InputStream in = Files.newInputStream(file)) {
      return isVideo(new String(in.readNBytes(START_BYTES), ISO_8859_1));
    } catch (IOException e) {
      // Whoever reads it as a picture says why it cannot be read.
      return false;
    }
  }

  private static boolean isVideo(String start) {
    return start.length() >= START_BYTES
        && (isMp4(start)
            || start.startsWith(MATROSKA)
            || start.startsWith("RIFF") && start.startsWith("AVI ", 8));
  }

  private static boolean isMp4(String start) {
    String box = start.substring(4, 8);
    return box.equals("ftyp") && !FileFormat.isPictureBrand(start.substring(8, 12))
        || QUICKTIME.contains(box);
  }

  /** What a video says of itself; needs no codec. */
  static Metadata metadata(Path file) throws ImageReadException {
    try (RandomAccessFile video = new RandomAccessFile(file.toFile(), "r")) {
      byte[] start = new byte[START_BYTES];
      video.readFully(start);
      String head = new String(start, ISO_8859_1);
      if (head.startsWith(MATROSKA)) {
        return MatroskaMetadata.read(video);
      }
      return isMp4(head) ? Mp4Metadata.read(video) : Metadata.NONE;
    } catch (IOException e) {
      throw new ImageReadException(Kind.UNREADABLE, "cannot be read: " + e.getMessage(), e);
    }
  }

  static Animation read(Path file) throws IOException {
    try {
      return VideoCodec.discover().choose().read(file);
    } catch (UnavailableException e) {
      throw new ImageReadException(
          Kind.UNSUPPORTED, "a video, which cannot be read here. " + e.getMessage(), e);
    }
  }

  /** For a file whose extension asks for it; fails early where there is no codec. */
  static VideoEncoder encoder(VideoEncoder settings, Path file) throws ImageWriteException {
    try {
      VideoCodec.discover().choose();
      return settings;
    } catch (UnavailableException e) {
      throw new ImageWriteException(
          ImageWriteException.Kind.UNKNOWN_EXTENSION,
          file + ": videos cannot be written here. " + e.getMessage(),
          e);
    }
  }
}
