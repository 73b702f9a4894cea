package io.github.mien.image.io;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** Picture files made in memory, with the segments and chunks that a test asks for. */
final class PictureFiles {

  private PictureFiles() {}

  /** Any file that the platform writes. */
  static byte[] write(BufferedImage picture, String format) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      if (!ImageIO.write(picture, format, out)) {
        throw new IllegalArgumentException("no writer for " + format);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /** A JPEG of the highest quality whose samples are stored without colour conversion. */
  static byte[] rawJpeg(Raster samples) {
    ImageWriter writer = Codecs.writer("jpeg");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ImageOutputStream stream = ImageIO.createImageOutputStream(out)) {
      ImageWriteParam parameters = writer.getDefaultWriteParam();
      parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      parameters.setCompressionQuality(1);
      writer.setOutput(stream);
      writer.write(null, new IIOImage(samples, null, null), parameters);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      writer.dispose();
    }
    return out.toByteArray();
  }

  /** A raster of one colour. */
  static Raster uniform(int size, int... samples) {
    WritableRaster raster = Raster.createInterleavedRaster(0, size, size, samples.length, null);
    for (int y = 0; y < size; y++) {
      for (int x = 0; x < size; x++) {
        raster.setPixel(x, y, samples);
      }
    }
    return raster;
  }

  /** The JPEG with another segment right after its start. */
  static byte[] withSegment(byte[] jpeg, int marker, byte[] content) {
    ByteBuffer out = ByteBuffer.allocate(jpeg.length + content.length + 4);
    out.put(jpeg, 0, 2).put((byte) 0xff).put((byte) marker).putShort((short) (content.length + 2));
    return out.put(content).put(jpeg, 2, jpeg.length - 2).array();
  }

  static byte[] withExif(byte[] jpeg, int orientation) {
    return withSegment(jpeg, 0xe1, join("Exif\0\0".getBytes(ISO_8859_1), exif(orientation)));
  }

  static byte[] withAdobe(byte[] jpeg, int transform) {
    byte[] content = Arrays.copyOf("Adobe\0d".getBytes(ISO_8859_1), 12);
    content[11] = (byte) transform;
    return withSegment(jpeg, 0xee, content);
  }

  /** The profile, in as many segments as asked, in reverse order. */
  static byte[] withProfile(byte[] jpeg, byte[] icc, int segments) {
    byte[] out = jpeg;
    int part = (icc.length + segments - 1) / segments;
    for (int i = 0; i < segments; i++) {
      byte[] head = "ICC_PROFILE\0##".getBytes(ISO_8859_1);
      head[12] = (byte) (i + 1);
      head[13] = (byte) segments;
      int end = Math.min(icc.length, (i + 1) * part);
      out = withSegment(out, 0xe2, join(head, Arrays.copyOfRange(icc, i * part, end)));
    }
    return out;
  }

  /** A TIFF directory with the orientation and nothing else. */
  static byte[] exif(int orientation) {
    return ByteBuffer.allocate(26)
        .put(new byte[] {'M', 'M', 0, 42, 0, 0, 0, 8})
        .putShort((short) 1)
        .putShort((short) 0x0112)
        .putShort((short) 3)
        .putInt(1)
        .putShort((short) orientation)
        .array();
  }

  /** The PNG with another chunk after its header. */
  static byte[] withChunk(byte[] png, String type, byte[] content) {
    int at = 8 + 25;
    byte[] name = type.getBytes(ISO_8859_1);
    CRC32 crc = new CRC32();
    crc.update(name);
    crc.update(content);
    ByteBuffer out = ByteBuffer.allocate(png.length + content.length + 12);
    out.put(png, 0, at).putInt(content.length).put(name).put(content).putInt((int) crc.getValue());
    return out.put(png, at, png.length - at).array();
  }

  static byte[] iccp(byte[] icc) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(new byte[] {'x', 0, 0});
    try (DeflaterOutputStream deflater = new DeflaterOutputStream(out)) {
      deflater.write(icc);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /**
   * A CMYK profile (ICC.1:2001, one lut8Type) in which only black counts: whatever the other inks,
   * the lightness is 100 (1 - K) and there is no colour.
   */
  static byte[] blackOnlyProfile() {
    int grid = 2;
    int points = grid * grid * grid * grid;
    int lutBytes = 48 + 4 * 256 + points * 3 + 3 * 256;
    int lutAt = 128 + 4 + 12;
    ByteBuffer icc = ByteBuffer.allocate(lutAt + lutBytes);
    icc.putInt(0, icc.capacity()).putInt(8, 0x02400000);
    put(icc, 12, "prtrCMYKLab ");
    put(icc, 36, "acsp");
    icc.putInt(68, 0xf6d6).putInt(72, 0x10000).putInt(76, 0xd32d);
    icc.putInt(128, 1);
    put(icc, 132, "A2B0");
    icc.putInt(136, lutAt).putInt(140, lutBytes);
    put(icc, lutAt, "mft1");
    icc.put(lutAt + 8, (byte) 4).put(lutAt + 9, (byte) 3).put(lutAt + 10, (byte) grid);
    icc.putInt(lutAt + 12, 0x10000).putInt(lutAt + 28, 0x10000).putInt(lutAt + 44, 0x10000);
    icc.position(lutAt + 48);
    putRamps(icc, 4);
    for (int i = 0; i < points; i++) {
      boolean black = i % grid == 1;
      icc.put((byte) (black ? 0 : 255)).put((byte) 128).put((byte) 128);
    }
    putRamps(icc, 3);
    return icc.array();
  }

  private static void putRamps(ByteBuffer icc, int count) {
    for (int i = 0; i < count * 256; i++) {
      icc.put((byte) i);
    }
  }

  private static void put(ByteBuffer icc, int at, String text) {
    icc.put(at, text.getBytes(ISO_8859_1));
  }

  static byte[] join(byte[] first, byte[] second) {
    byte[] joined = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, joined, first.length, second.length);
    return joined;
  }
}
