package io.github.mien.training.blend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Writes the graph that {@code OnnxBlender} runs. */
@Command(
    name = "blend",
    description = "Writes the graph that blends pictures.",
    mixinStandardHelpOptions = true)
public final class BlendCommand implements Callable<Integer> {

  @Option(
      names = "--out",
      required = true,
      description =
          "Folder for blend.onnx, onnx-backend/src/main/resources/io/github/mien/onnx in the"
              + " project.")
  private Path out = Path.of(".");

  @Override
  public Integer call() throws IOException {
    Files.createDirectories(out);
    Files.write(out.resolve("blend.onnx"), BlendGraph.write());
    return 0;
  }
}
