/** The {@code mien} command line, and the programs that the README quotes. */
module io.github.mien.samples {
  requires io.github.mien.core;
  requires io.github.mien.fonts;
  requires info.picocli;
  requires de.siegmar.fastcsv;
  requires com.fasterxml.jackson.core;

  opens io.github.mien.cli to
      info.picocli;

  exports io.github.mien.samples;
  exports io.github.mien.samples.average;
}
