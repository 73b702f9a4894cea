package io.github.mien.cli;

import io.github.mien.Mien;
import io.github.mien.image.Image;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code mien enlarge}. */
@Command(
    name = "enlarge",
    description = {
      "Enlarges a picture of a face by a network.",
      "--model superres-x4=FILE takes one of your own, such as a Real-ESRGAN."
    },
    mixinStandardHelpOptions = true)
final class EnlargeCommand implements Callable<Integer> {
  /** What is written should be read again: Mien reads no more than this. */
  private static final long MOST_PIXELS = 100_000_000;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "PHOTO", description = "Picture to enlarge.")
  private Path photo;

  @Option(
      names = "--factor",
      paramLabel = "N",
      defaultValue = "4",
      description =
          "How much longer the sides become: 4 or 2, a divisor of the network's own factor;"
              + " default: ${DEFAULT-VALUE}.")
  private int factor;

  @Mixin private OutOption out;

  @Mixin private EngineOptions engine;

  @Override
  public Integer call() throws Failure {
    if (factor < 1) {
      throw invalidFactor("a whole number from 1 on, not " + factor);
    }
    out.requireWritable();
    Image small = Pictures.read(photo);
    long pixels = (long) small.width() * small.height() * factor * factor;
    if (pixels > MOST_PIXELS) {
      throw new Failure(
          ExitCode.TOO_LARGE,
          "%s: enlarged by %d it would have %d megapixels, more than 100; take a smaller factor"
              .formatted(photo, factor, pixels / 1_000_000),
          null);
    }
    try (Mien mien = engine.open()) {
      Pictures.writeAs(photo, enlarge(mien, small), out.file());
    }
    return ExitCode.DONE.number();
  }

  private Image enlarge(Mien mien, Image small) {
    int most = mien.superResolution().factor();
    if (most % factor != 0) {
      throw invalidFactor("%d or a divisor of it, not %d".formatted(most, factor));
    }
    return mien.enlarge(small, factor);
  }

  private ParameterException invalidFactor(String rule) {
    return new ParameterException(
        spec.commandLine(), "Invalid value for option '--factor': " + rule);
  }
}
