package io.github.mien.meme;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Glyphs made of coloured layers: the OpenType tables <a
 * href="https://learn.microsoft.com/typography/opentype/spec/colr">COLR</a> of version 0 and <a
 * href="https://learn.microsoft.com/typography/opentype/spec/cpal">CPAL</a>, first palette.
 */
final class ColourTables {
  private static final int TEXT_COLOUR = 0xffff;
  private static final int BASE_RECORD = 6;
  private static final int LAYER_RECORD = 4;
  private static final int COLOUR_RECORD = 4;

  private final ByteBuffer glyphs;
  private final ByteBuffer palette;

  private ColourTables(ByteBuffer glyphs, ByteBuffer palette) {
    this.glyphs = glyphs;
    this.palette = palette;
  }

  /** The layer of a glyph. */
  record Layer(int glyph, int argb) {}

  /** Null where the font has no such glyphs. */
  static @Nullable ColourTables of(byte @Nullable [] colr, byte @Nullable [] cpal)
      throws IOException {
    if (colr == null || cpal == null) {
      return null;
    }
    if (colr.length < 14 || cpal.length < 14) {
      throw new IOException("its table of colours is cut off");
    }
    ColourTables tables = new ColourTables(ByteBuffer.wrap(colr), ByteBuffer.wrap(cpal));
    return tables.baseCount() == 0 ? null : tables;
  }

  private int baseCount() {
    return glyphs.getShort(2) & 0xffff;
  }

  /** Back to front; empty where the glyph has no colours of its own. */
  List<Layer> layers(int glyph) {
    int base = glyphs.getInt(4);
    int low = 0;
    int high = baseCount() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int record = base + middle * BASE_RECORD;
      int found = glyphs.getShort(record) & 0xffff;
      if (found == glyph) {
        return layers(glyphs.getShort(record + 2) & 0xffff, glyphs.getShort(record + 4) & 0xffff);
      }
      if (found < glyph) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return List.of();
  }

  private List<Layer> layers(int first, int count) {
    List<Layer> layers = new ArrayList<>(count);
    for (int i = first; i < first + count; i++) {
      int record = glyphs.getInt(8) + i * LAYER_RECORD;
      layers.add(
          new Layer(
              glyphs.getShort(record) & 0xffff, colour(glyphs.getShort(record + 2) & 0xffff)));
    }
    return layers;
  }

  /** Stored as blue, green, red, alpha. */
  private int colour(int entry) {
    if (entry == TEXT_COLOUR) {
      return 0xff000000;
    }
    int firstOfPalette = palette.getShort(12) & 0xffff;
    int record = palette.getInt(8) + (firstOfPalette + entry) * COLOUR_RECORD;
    return Integer.reverseBytes(palette.getInt(record));
  }
}
