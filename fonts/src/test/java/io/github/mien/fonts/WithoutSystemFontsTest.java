package io.github.mien.fonts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A server without a display, and where fontconfig finds no font, draws the same pixels. */
@EnabledOnOs(OS.LINUX)
class WithoutSystemFontsTest {
  @TempDir Path folder;

  @Test
  void captionsAreTheSame() throws Exception {
    String there = CaptionPrint.of();
    List<String> lines = run(CaptionPrint.class);

    // That the fonts are hidden shows in what AWT's own do.
    assertThat(lines.get(1)).startsWith("no AWT font: ");
    assertThat(lines.get(0)).isEqualTo(there);
  }

  private List<String> run(Class<?> program) throws IOException, InterruptedException {
    Path nothing = folder.resolve("fonts.conf");
    Files.writeString(nothing, "<?xml version=\"1.0\"?><fontconfig></fontconfig>");
    Path output = folder.resolve("output");
    ProcessBuilder child =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Djava.awt.headless=true",
            "-Dfile.encoding=UTF-8",
            "-cp",
            System.getProperty("java.class.path"),
            program.getName());
    child.environment().remove("DISPLAY");
    child.environment().put("FONTCONFIG_FILE", nothing.toString());
    Process process = child.redirectErrorStream(true).redirectOutput(output.toFile()).start();
    boolean ended = process.waitFor(60, TimeUnit.SECONDS);
    process.destroyForcibly();
    String said = Files.readString(output, StandardCharsets.UTF_8);
    assertThat(ended && process.exitValue() == 0).as(said).isTrue();
    return said.lines().toList();
  }
}
