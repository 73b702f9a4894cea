package io.github.mien.image.io;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/** Writes the chunks that a PNG is made of. */
final class PngChunks {
  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

  private final DataOutputStream out;

  PngChunks(OutputStream out) {
    this.out = new DataOutputStream(out);
  }

  /** What a file begins with. */
  void writeSignature() throws IOException {
    out.write(SIGNATURE);
  }

  void write(String type, byte[] data) throws IOException {
    write(type, data, 0, data.length);
  }

  void write(String type, byte[] data, int offset, int length) throws IOException {
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    CRC32 crc = new CRC32();
    crc.update(name);
    crc.update(data, offset, length);
    out.writeInt(length);
    out.write(name);
    out.write(data, offset, length);
    out.writeInt((int) crc.getValue());
  }

  /** The last chunk. */
  void writeEnd() throws IOException {
    write(PngChunk.END, new byte[0]);
    out.flush();
  }
}
