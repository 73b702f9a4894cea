package io.github.mien.training.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PortraitsTest {
  @TempDir private Path data;

  @BeforeEach
  void twoPeopleOneForValidation() throws IOException {
    Path folder = Files.createDirectories(data.resolve("portraits"));
    Files.writeString(folder.resolve("validation.txt"), "london/002_03.jpg\n");
    Files.write(data.resolve("labels.jsonl"), List.of(line("001_03"), line("002_03")));
  }

  private static String line(String name) {
    String points = String.join(",", Collections.nCopies(478, "[1,2,3]"));
    return "{\"file\":\"london/" + name + ".jpg\",\"landmarks\":[" + points + "]}";
  }

  @Test
  void thoseNamedInValidationTxtAreKeptFromTraining() throws IOException {
    Portraits portraits = Portraits.read(data, data.resolve("labels.jsonl"));

    assertThat(portraits.training())
        .extracting(LabelledPhoto::name)
        .containsExactly("london/001_03.jpg");
    assertThat(portraits.validation())
        .extracting(LabelledPhoto::file)
        .containsExactly(data.resolve("portraits").resolve("london/002_03.jpg"));
  }
}
