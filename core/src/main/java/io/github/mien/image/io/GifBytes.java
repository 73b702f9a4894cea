package io.github.mien.image.io;

import java.io.EOFException;

/** The bytes of a GIF file, and how its blocks lie in them (GIF89a, sections 15 to 20). */
record GifBytes(byte[] file) {

  int at(int at) throws EOFException {
    if (at >= file.length) {
      throw new EOFException();
    }
    return file[at] & 0xff;
  }

  int unsigned16(int at) {
    return file[at] & 0xff | (file[at + 1] & 0xff) << 8;
  }

  /** Where what follows a chain of data blocks begins. */
  int skipBlocks(int from) throws EOFException {
    int at = from;
    while (at(at) != 0) {
      at += at(at) + 1;
    }
    return at + 1;
  }

  /** How many bytes the palette takes that a header's flags announce. */
  static int paletteBytes(byte flags) {
    return (flags & 0x80) == 0 ? 0 : 3 << ((flags & 7) + 1);
  }
}
