/** Fonts for captions. */
module io.github.mien.fonts {
  requires transitive io.github.mien.core;
  requires org.apache.fontbox;
  requires org.apache.pdfbox.io;

  exports io.github.mien.fonts;

  provides io.github.mien.meme.FontPack with
      io.github.mien.fonts.BundledFonts;
}
