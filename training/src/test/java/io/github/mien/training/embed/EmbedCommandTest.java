package io.github.mien.training.embed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class EmbedCommandTest {

  @Test
  void writesTheModelAndItsDescription(@TempDir Path folder) throws IOException {
    Path model = Files.writeString(folder.resolve("nose.onnx"), "abc");
    Path to = folder.resolve("resources");

    int code =
        new CommandLine(new EmbedCommand())
            .execute(model.toString(), "--provenance", "Made by hand.", "--to", to.toString());

    assertThat(code).isZero();
    assertThat(to.resolve("nose.onnx")).hasContent("abc");
    Properties description = new Properties();
    description.load(Files.newBufferedReader(to.resolve("nose.properties")));
    assertThat(description)
        .containsEntry("file", "nose.onnx")
        .containsEntry("sha256", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
        .containsEntry("licence", "Apache-2.0")
        .containsEntry("provenance", "Made by hand.");
  }
}
