package io.github.mien.meme;

import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.fontbox.cff.CFFCIDFont;
import org.apache.fontbox.cff.CFFFont;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.GlyphData;
import org.apache.fontbox.ttf.GlyphSubstitutionTable;
import org.apache.fontbox.ttf.KerningSubtable;
import org.apache.fontbox.ttf.KerningTable;
import org.apache.fontbox.ttf.OTFParser;
import org.apache.fontbox.ttf.OpenTypeFont;
import org.apache.fontbox.ttf.TTFTable;
import org.apache.fontbox.ttf.TrueTypeCollection;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.fontbox.ttf.model.GsubData;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.jspecify.annotations.Nullable;

/**
 * A font: characters to glyphs, glyphs to outlines. All lengths are in em; y points down, 0 is the
 * baseline. Thread-safe.
 */
final class Typeface {
  private static final int COLLECTION = 0x74746366; // "ttcf"
  private static final int WOFF = 0x774f4646;
  private static final int WOFF2 = 0x774f4632;

  private final String name;
  private final TrueTypeFont font;
  private final CmapLookup characters;
  private final @Nullable GlyphSubstitutionTable substitutions;
  private final @Nullable KerningSubtable kerning;
  private final @Nullable ColourTables colours;
  private final double em;
  private final Map<Integer, GlyphShape> shapes = new HashMap<>();
  private final Map<String, Substitutions> byScript = new HashMap<>();

  private Typeface(String name, TrueTypeFont font) throws IOException {
    this.name = name;
    this.font = font;
    this.characters = font.getUnicodeCmapLookup();
    this.substitutions = font.getGsub();
    KerningTable pairs = font.getKerning();
    this.kerning = pairs == null ? null : pairs.getHorizontalKerningSubtable();
    this.colours = ColourTables.of(table("COLR"), table("CPAL"));
    this.em = font.getUnitsPerEm();
    if (font.getNumberOfGlyphs() < 1 || em < 1) {
      throw new IOException("no glyphs");
    }
  }

  /**
   * Reads a TrueType or OpenType font, or the first of a collection.
   *
   * @param name what messages call it
   * @param file the whole file; kept
   * @throws FontException if it is none that can be drawn
   */
  static Typeface parse(String name, byte[] file) {
    int magic = magic(file);
    if (magic == WOFF || magic == WOFF2) {
      throw new FontException(
          name + ": WOFF is packed for web pages; take the font's .ttf or .otf file instead");
    }
    try {
      return new Typeface(name, magic == COLLECTION ? firstOf(file) : fontOf(file));
    } catch (IOException | RuntimeException e) {
      throw new FontException(
          name + ": not a TrueType or OpenType font, or a damaged one (" + e.getMessage() + ")", e);
    } catch (NoClassDefFoundError e) {
      throw new FontException(
          "captions need io.github.mien:mien-fonts on the class or module path; it brings fonts and"
              + " fontbox, which reads them",
          e);
    }
  }

  private static int magic(byte[] file) {
    return file.length < 4
        ? 0
        : file[0] << 24 | (file[1] & 0xff) << 16 | (file[2] & 0xff) << 8 | file[3] & 0xff;
  }

  private static TrueTypeFont fontOf(byte[] file) throws IOException {
    return new OTFParser().parse(new RandomAccessReadBuffer(file));
  }

  /** The collection stays open: its fonts read from it as they are used. */
  @SuppressWarnings("resource")
  private static TrueTypeFont firstOf(byte[] file) throws IOException {
    TrueTypeFont[] first = new TrueTypeFont[1];
    new TrueTypeCollection(new ByteArrayInputStream(file))
        .processAllFonts(font -> first[0] = first[0] == null ? font : first[0]);
    if (first[0] == null) {
      throw new IOException("an empty collection");
    }
    return first[0];
  }

  private byte @Nullable [] table(String tag) throws IOException {
    TTFTable table = font.getTableMap().get(tag);
    return table == null ? null : font.getTableBytes(table);
  }

  String name() {
    return name;
  }

  /** The glyph of a character, 0 if there is none. */
  int glyph(int codePoint) {
    return characters.getGlyphId(codePoint);
  }

  /** How far a glyph moves the pen. */
  double advance(int glyph) {
    try {
      return font.getAdvanceWidth(glyph) / em;
    } catch (IOException | RuntimeException e) {
      throw damaged(e);
    }
  }

  /** What the pen moves more, or less, between two glyphs. */
  double kerning(int left, int right) {
    return kerning == null ? 0 : kerning.getKerning(left, right) / em;
  }

  /**
   * The substitutions of the first of the scripts that the font has.
   *
   * @param scripts OpenType tags
   */
  synchronized Substitutions substitutions(String... scripts) {
    return byScript.computeIfAbsent(String.join(",", scripts), key -> read(scripts));
  }

  private Substitutions read(String... scripts) {
    if (substitutions != null) {
      for (String script : scripts) {
        GsubData data =
            substitutions.getSupportedScriptTags().contains(script)
                ? substitutions.getGsubData(script)
                : null;
        if (data != null) {
          return new Substitutions(data);
        }
      }
    }
    return Substitutions.NONE;
  }

  /** What a glyph looks like. */
  synchronized GlyphShape shape(int glyph) {
    GlyphShape known = shapes.get(glyph);
    if (known == null) {
      known = read(glyph);
      shapes.put(glyph, known);
    }
    return known;
  }

  private GlyphShape read(int glyph) {
    try {
      List<ColourTables.Layer> layers = colours == null ? List.of() : colours.layers(glyph);
      if (layers.isEmpty()) {
        return GlyphShape.plain(outline(glyph));
      }
      GlyphShape.Builder builder = new GlyphShape.Builder();
      for (ColourTables.Layer layer : layers) {
        builder.add(outline(layer.glyph()), layer.argb());
      }
      return builder.build();
    } catch (IOException | RuntimeException e) {
      throw damaged(e);
    }
  }

  private Path2D outline(int glyph) throws IOException {
    Path2D units =
        font instanceof OpenTypeFont open && open.isPostScript()
            ? charString(open, glyph)
            : glyf(glyph);
    return new Path2D.Double(units, AffineTransform.getScaleInstance(1 / em, -1 / em));
  }

  private Path2D glyf(int glyph) throws IOException {
    GlyphData data = font.getGlyph().getGlyph(glyph);
    return data == null ? new Path2D.Double() : data.getPath();
  }

  /** Fonts keyed by CID name their outlines by another number than the glyph's. */
  private static Path2D charString(OpenTypeFont font, int glyph) throws IOException {
    CFFFont outlines = font.getCFF().getFont();
    int id = outlines instanceof CFFCIDFont ? outlines.getCharset().getCIDForGID(glyph) : glyph;
    return outlines.getType2CharString(id).getPath();
  }

  private FontException damaged(Exception e) {
    return new FontException(name + ": a damaged font (" + e.getMessage() + ")", e);
  }
}
