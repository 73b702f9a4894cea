package io.github.mien.image.io;

import io.github.mien.image.Image;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * PNG, 8 bits a channel. The platform's writer spends several times as long, most of it on trying
 * all five filters on every row and on a high compression level.
 */
final class PngEncoder implements Encoder {
  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
  private static final int LEVEL = 4;
  private static final int CHUNK_BYTES = 1 << 16;
  private static final byte SUB = 1;
  private static final byte PAETH = 4;

  @Override
  public void encode(Image image, OutputStream stream) throws IOException {
    DataOutputStream out = new DataOutputStream(stream);
    out.write(SIGNATURE);
    writeHeader(image, out);
    writePixels(image, out);
    writeChunk(out, "IEND", new byte[0], 0);
    out.flush();
  }

  private static void writeHeader(Image image, DataOutputStream out) throws IOException {
    ByteBuffer header = ByteBuffer.allocate(13);
    header.putInt(image.width()).putInt(image.height());
    header.put((byte) 8).put((byte) (image.hasAlpha() ? 6 : 2));
    writeChunk(out, "IHDR", header.array(), 13);
  }

  private static void writePixels(Image image, DataOutputStream out) throws IOException {
    int rowBytes = image.width() * image.channels();
    byte[] filtered = new byte[rowBytes + 1];
    byte[] chunk = new byte[CHUNK_BYTES];
    Deflater deflater = new Deflater(LEVEL);
    deflater.setStrategy(Deflater.FILTERED);
    try {
      for (int y = 0; y < image.height(); y++) {
        filter(image, y, rowBytes, filtered);
        deflater.setInput(filtered);
        drain(deflater, chunk, out);
      }
      deflater.finish();
      drain(deflater, chunk, out);
    } finally {
      deflater.end();
    }
  }

  private static void drain(Deflater deflater, byte[] chunk, DataOutputStream out)
      throws IOException {
    int length;
    while ((length = deflater.deflate(chunk)) > 0) {
      writeChunk(out, "IDAT", chunk, length);
    }
  }

  /** Paeth suits photographs best; the first row has nothing above and takes Sub. */
  private static void filter(Image image, int y, int rowBytes, byte[] filtered) {
    byte[] data = image.data();
    int row = image.index(0, y);
    int step = image.channels();
    filtered[0] = y == 0 ? SUB : PAETH;
    int above = row - image.stride();
    for (int i = 0; i < rowBytes; i++) {
      int left = i < step ? 0 : data[row + i - step] & 0xff;
      int prediction = left;
      if (y > 0) {
        int up = data[above + i] & 0xff;
        int upLeft = i < step ? 0 : data[above + i - step] & 0xff;
        prediction = paeth(left, up, upLeft);
      }
      filtered[i + 1] = (byte) (data[row + i] - prediction);
    }
  }

  private static int paeth(int left, int up, int upLeft) {
    int toLeft = Math.abs(up - upLeft);
    int toUp = Math.abs(left - upLeft);
    int toUpLeft = Math.abs(left + up - 2 * upLeft);
    if (toLeft <= toUp && toLeft <= toUpLeft) {
      return left;
    }
    return toUp <= toUpLeft ? up : upLeft;
  }

  private static void writeChunk(DataOutputStream out, String type, byte[] data, int length)
      throws IOException {
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    CRC32 crc = new CRC32();
    crc.update(name);
    crc.update(data, 0, length);
    out.writeInt(length);
    out.write(name);
    out.write(data, 0, length);
    out.writeInt((int) crc.getValue());
  }
}
