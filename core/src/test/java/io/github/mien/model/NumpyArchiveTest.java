package io.github.mien.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NumpyArchiveTest {
  @TempDir Path folder;

  /** What numpy.savez writes for one array. */
  private NumpyArchive archive(String descr, boolean byColumns, byte[] data) throws IOException {
    Path file = folder.resolve("arrays.npz");
    String header =
        "{'descr': '%s', 'fortran_order': %s, 'shape': (2,), }\n"
            .formatted(descr, byColumns ? "True" : "False");
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry("a.npy"));
      zip.write(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0});
      zip.write(header.length());
      zip.write(0);
      zip.write(header.getBytes(StandardCharsets.US_ASCII));
      zip.write(data);
      zip.closeEntry();
    }
    return new NumpyArchive(file);
  }

  private static ByteBuffer bytes(int size) {
    return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
  }

  @Test
  void numbersOfAllTypesAreRead() throws IOException {
    byte[] floats = bytes(8).putFloat(1.5f).putFloat(-2).array();
    byte[] halves = bytes(4).putShort((short) 0x3e00).putShort((short) 0xc000).array();
    byte[] integers = bytes(8).putInt(7).putInt(-3).array();

    assertThat(archive("<f4", false, floats).floats("a")).containsExactly(1.5f, -2);
    assertThat(archive("<f2", false, halves).floats("a")).containsExactly(1.5f, -2);
    assertThat(archive("<i4", false, integers).floats("a")).containsExactly(7, -3);
  }

  @Test
  void stringsAreRead() throws IOException {
    byte[] data = bytes(16).putInt('h').putInt('i').putInt('o').putInt(0).array();

    assertThat(archive("<U2", false, data).strings("a")).containsExactly("hi", "o");
  }

  @Test
  void whatCannotBeReadIsSaid() throws IOException {
    assertThatIOException()
        .isThrownBy(() -> archive("<f8", false, new byte[16]).floats("a"))
        .withMessageContaining("<f8");
    assertThatIOException()
        .isThrownBy(() -> archive("<f4", true, new byte[8]).floats("a"))
        .withMessageContaining("ascontiguousarray");
    assertThatIOException()
        .isThrownBy(() -> archive("<f4", false, new byte[8]).floats("b"))
        .withMessageContaining("no array b");
    assertThatIOException()
        .isThrownBy(() -> archive("<f4", false, new byte[8]).strings("a"))
        .withMessageContaining("strings");
  }
}
