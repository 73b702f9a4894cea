package io.github.mien.image.io;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.github.mien.image.io.ImageReadException.Kind;
import java.io.IOException;
import java.util.Set;

/** The format of a file, told by its first bytes and not by its name. */
enum FileFormat {
  JPEG(JpegDecoder::new),
  PNG(PngDecoder::new),
  GIF(GifDecoder::new),
  BMP(BmpDecoder::new),
  WEBP(WebpDecoder::new);

  private static final String READABLE = "JPEG, PNG, BMP, GIF and WebP are read";
  private static final Set<String> HEIC =
      Set.of("heic", "heix", "heim", "heis", "hevc", "hevx", "hevm", "hevs", "mif1", "msf1");
  private static final Set<String> AVIF = Set.of("avif", "avis");

  private interface Opener {
    Decoder open(byte[] file) throws IOException;
  }

  private final Opener opener;

  FileFormat(Opener opener) {
    this.opener = opener;
  }

  Decoder open(byte[] file) throws IOException {
    return opener.open(file);
  }

  static FileFormat of(byte[] file) throws ImageReadException {
    if (file.length == 0) {
      throw new ImageReadException(Kind.EMPTY, "the file is empty");
    }
    String start = new String(file, 0, Math.min(file.length, 32), ISO_8859_1);
    if (start.startsWith("\u00ff\u00d8\u00ff")) {
      return JPEG;
    }
    if (start.startsWith("\u0089PNG\r\n\u001a\n")) {
      return PNG;
    }
    if (start.startsWith("GIF87a") || start.startsWith("GIF89a")) {
      return GIF;
    }
    if (start.startsWith("RIFF") && start.startsWith("WEBP", 8)) {
      return WEBP;
    }
    if (start.startsWith("BM") && start.length() >= 26) {
      return BMP;
    }
    throw unreadable(start);
  }

  /** Whether a file that is built like an MP4 is a picture by its brand. */
  static boolean isPictureBrand(String brand) {
    return HEIC.contains(brand) || AVIF.contains(brand);
  }

  private static ImageReadException unreadable(String start) {
    if (start.startsWith("ftyp", 4) && start.length() >= 12) {
      String brand = start.substring(8, 12);
      if (isPictureBrand(brand)) {
        String name = AVIF.contains(brand) ? "AVIF" : "HEIC";
        return new ImageReadException(
            Kind.HEIC, name + " is not read; convert the picture to JPEG first");
      }
    }
    String known = knownFormat(start);
    return known.isEmpty()
        ? new ImageReadException(Kind.NOT_AN_IMAGE, "not a picture; " + READABLE)
        : new ImageReadException(Kind.UNSUPPORTED, known + " is not read; " + READABLE);
  }

  private static String knownFormat(String start) {
    if (start.startsWith("II*\0") || start.startsWith("MM\0*")) {
      return "TIFF";
    }
    if (start.startsWith("\u00ff\n") || start.startsWith("JXL ", 4)) {
      return "JPEG XL";
    }
    if (start.startsWith("jP  ", 4)) {
      return "JPEG 2000";
    }
    return start.startsWith("8BPS") ? "Photoshop" : "";
  }
}
