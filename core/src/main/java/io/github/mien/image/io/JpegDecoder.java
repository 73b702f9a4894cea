package io.github.mien.image.io;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.github.mien.image.Image;
import io.github.mien.image.io.ImageReadException.Kind;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadWarningListener;
import org.jspecify.annotations.Nullable;

/**
 * JPEG (ITU-T T.81). The segments are read here and only what the entropy decoder needs is handed
 * to the platform's codec, with one Adobe marker that names the colour transform. The codec would
 * otherwise guess the transform from markers, convert an embedded profile row by row, and refuse
 * whole pictures for a fault in their metadata.
 */
final class JpegDecoder extends Decoder {
  private static final int SOF0 = 0xc0;
  private static final int SOF1 = 0xc1;
  private static final int SOF2 = 0xc2;
  private static final int DHT = 0xc4;
  private static final int JPG = 0xc8;
  private static final int DAC = 0xcc;
  private static final int SOF15 = 0xcf;
  private static final int RST0 = 0xd0;
  private static final int RST7 = 0xd7;
  private static final int SOI = 0xd8;
  private static final int EOI = 0xd9;
  private static final int SOS = 0xda;
  private static final int APP0 = 0xe0;
  private static final int APP1 = 0xe1;
  private static final int APP2 = 0xe2;
  private static final int APP14 = 0xee;
  private static final int APP15 = 0xef;
  private static final int COM = 0xfe;

  private static final String EXIF = "Exif\0\0";
  private static final String ICC = "ICC_PROFILE\0";
  private static final String ADOBE = "Adobe";

  /** Start of image and Adobe's marker, whose byte {@link #TRANSFORM} is set in the end. */
  private static final byte[] ESSENCE_START = {
    -1, (byte) SOI, -1, (byte) APP14, 0, 14, 'A', 'd', 'o', 'b', 'e', 0, 100, 0, 0, 0, 0, 0
  };

  private static final int TRANSFORM = ESSENCE_START.length - 1;

  private final byte[] file;
  private final byte[] essence;
  private int essenceLength;
  private final SortedMap<Integer, byte[]> profileParts = new TreeMap<>();
  private int width;
  private int height;
  private int components;
  private boolean rgbIds;
  private boolean jfif;
  private int adobeTransform = -1;
  private Orientation orientation = Orientation.UPRIGHT;
  private final Header header;

  JpegDecoder(byte[] file) throws IOException {
    this.file = file;
    this.essence = Arrays.copyOf(ESSENCE_START, ESSENCE_START.length + file.length);
    this.essenceLength = ESSENCE_START.length;
    readSegments();
    essence[TRANSFORM] = (byte) transform();
    // The profile of inks is applied with them.
    byte[] profile = components == 4 ? new byte[0] : joinedProfile();
    header = new Header(width, height, orientation, profile);
  }

  @Override
  Header header() {
    return header;
  }

  @Override
  Image pixels() throws IOException {
    ImageReader reader = Codecs.reader("jpeg");
    try (MemoryStream stream = new MemoryStream(essence, essenceLength)) {
      Damage damage = new Damage();
      reader.addIIOReadWarningListener(damage);
      reader.setInput(stream, true, true);
      Image pixels =
          components == 4
              ? Cmyk.toRgb(inks(reader.readRaster(0, null)), width, height, joinedProfile())
              : Pixels.take(reader.read(0));
      damage.check();
      return pixels;
    } finally {
      reader.dispose();
    }
  }

  private void readSegments() throws IOException {
    int at = 2;
    while (true) {
      at = nextMarker(at);
      int marker = file[at++] & 0xff;
      if (marker == EOI) {
        keep(at - 2, at);
        break;
      }
      if (marker == SOI || (marker >= RST0 && marker <= RST7) || marker == 1) {
        continue;
      }
      int end = at + segmentLength(at);
      interpret(marker, at + 2, end);
      if (marker == SOS) {
        end = endOfScan(end);
      }
      if (!isMetadata(marker)) {
        keep(at - 2, end);
      }
      at = end;
    }
    if (components == 0) {
      throw new ImageReadException(Kind.DAMAGED, "damaged: a JPEG without a picture");
    }
  }

  private void keep(int from, int to) {
    System.arraycopy(file, from, essence, essenceLength, to - from);
    essenceLength += to - from;
  }

  /** The index of the next marker's code, after any fill bytes. */
  private int nextMarker(int from) throws EOFException {
    int at = from;
    while (at < file.length && file[at] != (byte) 0xff) {
      at++;
    }
    while (at < file.length && file[at] == (byte) 0xff) {
      at++;
    }
    if (at >= file.length) {
      throw new EOFException();
    }
    return at;
  }

  private int segmentLength(int at) throws IOException {
    if (at + 2 > file.length) {
      throw new EOFException();
    }
    int length = unsigned16(at);
    if (length < 2) {
      throw new ImageReadException(Kind.DAMAGED, "damaged: a JPEG segment of " + length + " bytes");
    }
    if (at + length > file.length) {
      throw new EOFException();
    }
    return length;
  }

  /** Entropy-coded data ends at the first marker that is no restart and no stuffed zero. */
  private int endOfScan(int from) throws EOFException {
    for (int i = from; i < file.length - 1; i++) {
      if (file[i] == (byte) 0xff) {
        int next = file[i + 1] & 0xff;
        if (next != 0 && next != 0xff && (next < RST0 || next > RST7)) {
          return i;
        }
      }
    }
    throw new EOFException();
  }

  private static boolean isMetadata(int marker) {
    return (marker >= APP0 && marker <= APP15) || marker == COM;
  }

  private void interpret(int marker, int from, int end) throws ImageReadException {
    switch (marker) {
      case APP0 -> jfif |= startsWith("JFIF\0", from, end);
      case APP1 -> {
        if (startsWith(EXIF, from, end) && orientation == Orientation.UPRIGHT) {
          int tiff = from + EXIF.length();
          orientation = Exif.orientation(ByteBuffer.wrap(file, tiff, end - tiff));
        }
      }
      case APP2 -> {
        int part = from + ICC.length();
        if (startsWith(ICC, from, end) && part + 2 <= end) {
          byte[] bytes = new byte[end - part - 2];
          System.arraycopy(file, part + 2, bytes, 0, bytes.length);
          profileParts.put(file[part] & 0xff, bytes);
        }
      }
      case APP14 -> {
        if (startsWith(ADOBE, from, end) && end - from >= 12) {
          adobeTransform = file[from + 11] & 0xff;
        }
      }
      default -> {
        if (marker >= SOF0 && marker <= SOF15 && marker != DHT && marker != JPG && marker != DAC) {
          readFrame(marker, from, end);
        }
      }
    }
  }

  private void readFrame(int marker, int from, int end) throws ImageReadException {
    if (marker != SOF0 && marker != SOF1 && marker != SOF2) {
      throw unsupported("lossless, hierarchical or arithmetic coding");
    }
    if (end - from < 6) {
      throw new ImageReadException(Kind.DAMAGED, "damaged: the JPEG's frame header is cut short");
    }
    if (file[from] != 8) {
      throw unsupported(file[from] + " bits a sample");
    }
    height = unsigned16(from + 1);
    width = unsigned16(from + 3);
    components = file[from + 5] & 0xff;
    if (components != 1 && components != 3 && components != 4) {
      throw unsupported(components + " components");
    }
    if (end - from < 6 + 3 * components) {
      throw new ImageReadException(Kind.DAMAGED, "damaged: the JPEG's frame header is cut short");
    }
    rgbIds =
        components == 3 && file[from + 6] == 'R' && file[from + 9] == 'G' && file[from + 12] == 'B';
  }

  private static ImageReadException unsupported(String variant) {
    return new ImageReadException(
        Kind.UNSUPPORTED, "JPEG with " + variant + " is not read; save it as baseline JPEG");
  }

  /** 0 for stored RGB or CMYK, 1 for YCbCr, 2 for YCCK. */
  private int transform() {
    if (components == 4) {
      return adobeTransform == 2 ? 2 : 0;
    }
    boolean storedRgb = adobeTransform < 0 ? !jfif && rgbIds : adobeTransform == 0;
    return storedRgb ? 0 : 1;
  }

  /** CMYK, 255 for full ink, of the stored samples. */
  private byte[] inks(Raster stored) {
    byte[] samples = ((DataBufferByte) stored.getDataBuffer()).getData();
    if (transform() == 2) {
      Cmyk.fromYcck(samples);
    }
    // Adobe's programs store the inks inverted, and tell by their marker that they wrote the file.
    if (adobeTransform >= 0) {
      Cmyk.invert(samples);
    }
    return samples;
  }

  private byte[] joinedProfile() {
    ByteArrayOutputStream profile = new ByteArrayOutputStream();
    profileParts.values().forEach(profile::writeBytes);
    return profile.toByteArray();
  }

  private boolean startsWith(String tag, int from, int end) {
    return end - from >= tag.length()
        && new String(file, from, tag.length(), ISO_8859_1).equals(tag);
  }

  private int unsigned16(int at) {
    return (file[at] & 0xff) << 8 | file[at + 1] & 0xff;
  }

  /** libjpeg only warns of broken data and paints what is missing grey. */
  private static final class Damage implements IIOReadWarningListener {
    private @Nullable String warning;

    @Override
    public void warningOccurred(ImageReader source, String message) {
      if (message.contains("premature end") || message.contains("bad Huffman code")) {
        warning = message;
      }
    }

    void check() throws ImageReadException {
      if (warning != null) {
        throw new ImageReadException(Kind.DAMAGED, "damaged: " + warning);
      }
    }
  }
}
