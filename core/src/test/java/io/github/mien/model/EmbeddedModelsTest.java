package io.github.mien.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EmbeddedModelsTest {
  private static final String DESCRIPTION = ".properties";
  private static final long MAX_BYTES = 6_200_000;

  /** Those that paint are counted apart. */
  private static final Map<String, Integer> MAX_BYTES_OF_ONE =
      Map.of(
          ModelStore.SUPER_RESOLUTION, 2_000_000,
          ModelStore.RENDERER, 8_000_000,
          ModelStore.FILL, 2_000_000,
          ModelStore.VISIBILITY, 560_000,
          ModelStore.MATTE, 1_000_000);

  static List<String> names() throws IOException, URISyntaxException {
    try (Stream<Path> files = Files.list(folder())) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(file -> file.endsWith(DESCRIPTION))
          .map(file -> file.substring(0, file.length() - DESCRIPTION.length()))
          .sorted()
          .toList();
    }
  }

  private static Path folder() throws URISyntaxException {
    String one = ModelStore.LANDMARKER + DESCRIPTION;
    return Path.of(Objects.requireNonNull(ModelStore.class.getResource(one), one).toURI())
        .getParent();
  }

  @ParameterizedTest
  @MethodSource("names")
  void modelIsTheOneDescribed(String name) throws IOException, NoSuchAlgorithmException {
    ModelStore store = ModelStore.embedded();

    byte[] hash = MessageDigest.getInstance("SHA-256").digest(store.read(name));

    assertThat(store.has(name)).isTrue();
    assertThat(store.spec(name).sha256()).isEqualTo(HexFormat.of().formatHex(hash));
    assertThat(store.spec(name).licence()).isEqualTo("Apache-2.0");
    assertThat(store.spec(name).provenance()).isNotBlank();
  }

  @Test
  void allModelsTogetherStaySmall() throws IOException, URISyntaxException {
    long bytes = 0;
    for (String name : names()) {
      if (!MAX_BYTES_OF_ONE.containsKey(name)) {
        bytes += ModelStore.embedded().read(name).length;
      }
    }
    assertThat(bytes).isLessThanOrEqualTo(MAX_BYTES);
    for (Map.Entry<String, Integer> most : MAX_BYTES_OF_ONE.entrySet()) {
      assertThat(ModelStore.embedded().read(most.getKey()))
          .hasSizeLessThanOrEqualTo(most.getValue());
    }
  }

  /** They end up in META-INF of the jar. */
  @Test
  void licenceAndAttributionsGoWithTheModels() throws IOException, URISyntaxException {
    Path classes = folder().resolve("../../../..");

    assertThat(classes.resolve("META-INF/LICENSE")).content().contains("Apache License");
    assertThat(classes.resolve("META-INF/NOTICE")).content().contains("ICT-FaceKit", "CC-BY 4.0");
  }
}
