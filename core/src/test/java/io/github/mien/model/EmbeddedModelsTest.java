package io.github.mien.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmbeddedModelsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        ModelStore.DETECTOR,
        ModelStore.LANDMARKER,
        ModelStore.EXPRESSION,
        ModelStore.REST
      })
  void embeddedModelIsTheOneDescribed(String name) throws IOException, NoSuchAlgorithmException {
    ModelStore store = ModelStore.embedded();
    assumeTrue(store.has(name), "skipped: " + name + " is not embedded in this build");

    byte[] hash = MessageDigest.getInstance("SHA-256").digest(store.read(name));

    assertThat(store.spec(name).sha256()).isEqualTo(HexFormat.of().formatHex(hash));
    assertThat(store.spec(name).licence()).isEqualTo("Apache-2.0");
    assertThat(store.spec(name).provenance()).isNotBlank();
  }
}
