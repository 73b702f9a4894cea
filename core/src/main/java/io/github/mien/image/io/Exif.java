package io.github.mien.image.io;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The one thing wanted of EXIF: the orientation in its first directory (EXIF 2.32, 4.6.2). */
final class Exif {
  private static final int ORIENTATION = 0x0112;
  private static final int SHORT = 3;
  private static final int ENTRY_BYTES = 12;

  private Exif() {}

  /**
   * Reads the orientation.
   *
   * @param tiff starts with the byte order mark; whatever is broken counts as upright
   */
  static Orientation orientation(ByteBuffer tiff) {
    ByteBuffer exif = tiff.slice();
    if (exif.remaining() < 8) {
      return Orientation.UPRIGHT;
    }
    switch (exif.getShort(0)) {
      case 0x4949 -> exif.order(ByteOrder.LITTLE_ENDIAN);
      case 0x4d4d -> exif.order(ByteOrder.BIG_ENDIAN);
      default -> {
        return Orientation.UPRIGHT;
      }
    }
    return inDirectory(exif, exif.getInt(4));
  }

  private static Orientation inDirectory(ByteBuffer exif, int directory) {
    if (directory < 8 || directory > exif.limit() - 2) {
      return Orientation.UPRIGHT;
    }
    int entries = exif.getShort(directory) & 0xffff;
    for (int i = 0; i < entries; i++) {
      int entry = directory + 2 + i * ENTRY_BYTES;
      if (entry > exif.limit() - ENTRY_BYTES) {
        break;
      }
      if ((exif.getShort(entry) & 0xffff) == ORIENTATION && exif.getShort(entry + 2) == SHORT) {
        return Orientation.of(exif.getShort(entry + 8) & 0xffff);
      }
    }
    return Orientation.UPRIGHT;
  }
}
