package io.github.mien.cli;

import io.github.mien.Mien;
import io.github.mien.face.Face;
import io.github.mien.image.Image;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code mien sharpen}. */
@Command(
    name = "sharpen",
    description = "Makes the faces of a photo sharp that was enlarged before or is out of focus.",
    mixinStandardHelpOptions = true)
final class SharpenCommand implements Callable<Integer> {
  private static final double MOST = 4;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "PHOTO", description = "Photo whose faces are blurred.")
  private Path photo;

  @Option(
      names = "--blur",
      paramLabel = "PIXELS",
      defaultValue = "2",
      description = "How wide the finest details are, 1 to 4; default: ${DEFAULT-VALUE}.")
  private double blur;

  @Mixin private OutOption out;

  @Mixin private EngineOptions engine;

  @Override
  public Integer call() throws Failure {
    if (!(blur >= 1 && blur <= MOST)) {
      throw new ParameterException(
          spec.commandLine(), "Invalid value for option '--blur': 1 to 4, not " + blur);
    }
    out.requireWritable();
    Image sharp = Pictures.read(photo);
    try (Mien mien = engine.open()) {
      List<Face> faces = mien.align(sharp);
      if (faces.isEmpty()) {
        throw new Failure(ExitCode.NO_FACE, photo + ": no face found", null);
      }
      for (Face face : faces) {
        sharp = mien.sharpen(sharp, face, blur);
      }
    }
    Pictures.writeAs(photo, sharp, out.file());
    return ExitCode.DONE.number();
  }
}
