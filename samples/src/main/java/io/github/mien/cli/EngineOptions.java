package io.github.mien.cli;

import io.github.mien.Mien;
import io.github.mien.MienBuilder;
import io.github.mien.meme.Marks;
import io.github.mien.model.ModelStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options of every command that looks at faces. */
final class EngineOptions {
  @Option(
      names = "--backend",
      paramLabel = "NAME",
      description = "Inference back end, such as onnxruntime; default: the best available.")
  private @Nullable String backend;

  @Option(
      names = "--model",
      paramLabel = "NAME=FILE",
      description =
          "A file of your own in the place of a model, such as head-hog=hog.bin; may be repeated.")
  private Map<String, Path> models = new LinkedHashMap<>();

  @Option(
      names = "--no-renderer",
      negatable = true,
      description = "Do without the network that paints the mouth of a moved face.")
  private boolean renderer = true;

  @Option(
      names = "--no-occlusion",
      negatable = true,
      description = "Move hands, glasses and the like in front of a face as if they were of it.")
  private boolean occlusion = true;

  Mien open() throws Failure {
    return open(builder -> {});
  }

  /**
   * For a command that changes faces.
   *
   * @param more settings of the command's own
   * @param marks of what it writes
   */
  Mien open(Consumer<MienBuilder> more, MarkOptions marks) throws Failure {
    Marks chosen = marks.marks();
    return open(more.andThen(builder -> builder.marks(chosen)));
  }

  /**
   * @param more settings of the command's own
   */
  Mien open(Consumer<MienBuilder> more) throws Failure {
    MienBuilder builder = Mien.builder().models(store()).renderer(renderer).occlusion(occlusion);
    if (backend != null) {
      builder.backend(backend);
    }
    more.accept(builder);
    try {
      return builder.build();
    } catch (IOException e) {
      throw new Failure(ExitCode.NO_BACKEND, "a model cannot be read: " + e.getMessage(), e);
    }
  }

  private ModelStore store() {
    ModelStore store = ModelStore.embedded();
    for (Map.Entry<String, Path> model : models.entrySet()) {
      store = store.with(model.getKey(), model.getValue());
    }
    return store;
  }
}
