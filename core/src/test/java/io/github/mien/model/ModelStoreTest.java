package io.github.mien.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mien.inference.InferenceBackend;
import io.github.mien.inference.InferenceException;
import io.github.mien.inference.InferenceSession;
import io.github.mien.inference.SessionOptions;
import io.github.mien.provider.Availability;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelStoreTest {
  private static final String SHA_256_OF_ABC =
      "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
  private static final String OTHER_SHA_256 = "0".repeat(64);

  @TempDir Path folder;

  @Test
  void usersFileTakesAModelsPlace() throws IOException {
    Path file = Files.writeString(folder.resolve("mine.onnx"), "abc");
    ModelStore store = ModelStore.embedded().with("mine", file);

    assertThat(store.has("mine")).isTrue();
    assertThat(store.read("mine")).asString().isEqualTo("abc");
    assertThat(store.spec("mine").provenance()).isEqualTo(file.toString());
    assertThat(ModelStore.embedded().has("mine")).isFalse();
  }

  @Test
  void fileWithTheExpectedHashIsRead() throws IOException {
    Path file = Files.writeString(folder.resolve("mine.onnx"), "abc");
    ModelSpec spec = new ModelSpec("mine", SHA_256_OF_ABC, "CC0-1.0", "made by hand");

    assertThat(ModelStore.embedded().with(spec, file).read("mine")).asString().isEqualTo("abc");
  }

  @Test
  void anotherFileIsRefusedWithPathAndBothHashes() throws IOException {
    Path file = Files.writeString(folder.resolve("mine.onnx"), "abc");
    ModelSpec spec = new ModelSpec("mine", OTHER_SHA_256, "CC0-1.0", "made by hand");

    assertThatThrownBy(() -> ModelStore.embedded().with(spec, file).read("mine"))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining(file.toString())
        .hasMessageContaining(SHA_256_OF_ABC)
        .hasMessageContaining(OTHER_SHA_256);
  }

  @Test
  void absentFileIsAnInputError() {
    ModelStore store = ModelStore.embedded().with("mine", folder.resolve("absent.onnx"));

    assertThatThrownBy(() -> store.read("mine"))
        .isInstanceOf(NoSuchFileException.class)
        .hasMessageContaining("absent.onnx");
  }

  @Test
  void unknownModelIsRefused() {
    assertThat(ModelStore.embedded().has("nonesuch")).isFalse();
    assertThatThrownBy(() -> ModelStore.embedded().read("nonesuch"))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("nonesuch");
  }

  @Test
  void networkThatTheBackendRefusesIsNamedWithItsFile() throws IOException {
    Path file = Files.writeString(folder.resolve("mine.onnx"), "abc");
    ModelStore store = ModelStore.embedded().with("mine", file);

    assertThatThrownBy(() -> store.open("mine", new Refusing(), SessionOptions.DEFAULT))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining(file.toString())
        .hasMessageContaining("refusing")
        .hasMessageContaining(SHA_256_OF_ABC)
        .hasCauseInstanceOf(InferenceException.class);
  }

  @Test
  void malformedHashIsABadArgument() {
    assertThatThrownBy(() -> new ModelSpec("mine", "ABC", "CC0-1.0", "made by hand"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static final class Refusing implements InferenceBackend {
    @Override
    public String name() {
      return "refusing";
    }

    @Override
    public int priority() {
      return 0;
    }

    @Override
    public Availability probe() {
      return new Availability(true, "refuses every network");
    }

    @Override
    public InferenceSession open(byte[] model, SessionOptions options) {
      throw new InferenceException("this is no network");
    }
  }
}
