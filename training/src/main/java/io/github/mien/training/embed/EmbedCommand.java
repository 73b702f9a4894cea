package io.github.mien.training.embed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Puts a finished model among core's resources, with the description that {@link
 * io.github.mien.model.ModelStore} reads.
 */
@Command(
    name = "embed",
    description = "Puts a finished model among core's resources.",
    mixinStandardHelpOptions = true)
public final class EmbedCommand implements Callable<Integer> {
  @Parameters(paramLabel = "MODEL", description = "Such as landmarker.onnx; named as in core.")
  private Path model = Path.of("");

  @Option(
      names = "--provenance",
      required = true,
      description = "One sentence: made by which command, of which data under which licences.")
  private String provenance = "";

  @Option(names = "--licence", description = "SPDX name (${DEFAULT-VALUE}).")
  private String licence = "Apache-2.0";

  @Option(names = "--to", description = "Folder (${DEFAULT-VALUE}).")
  private Path folder = Path.of("core/src/main/resources/io/github/mien/model");

  @Override
  public Integer call() throws IOException, NoSuchAlgorithmException {
    byte[] bytes = Files.readAllBytes(model);
    String file = model.getFileName().toString();
    String name = file.substring(0, file.lastIndexOf('.'));
    String hash = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    Files.createDirectories(folder);
    Files.write(folder.resolve(file), bytes);
    Files.writeString(
        folder.resolve(name + ".properties"),
        """
        file=%s
        sha256=%s
        licence=%s
        provenance=%s
        """
            .formatted(file, hash, licence, provenance.replace("\\", "\\\\")));
    return 0;
  }
}
