package io.github.mien.cli;

import io.github.mien.Mien;
import io.github.mien.face.Face;
import io.github.mien.image.Image;
import io.github.mien.reconstruct.FacePhoto;
import io.github.mien.samples.average.FaceAverage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code mien average}. */
@Command(
    name = "average",
    description = "Averages the faces of several people into one that belongs to nobody.",
    mixinStandardHelpOptions = true)
final class AverageCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "PHOTO", arity = "2..*", description = "One photo of each person.")
  private List<Path> photos;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE",
      description = "Average, PNG, JPEG or WebP by its extension; replaced if it exists.")
  private Path out;

  @Option(
      names = "--size",
      paramLabel = "PIXELS",
      defaultValue = "512",
      description = "Side of the average, 64 to 2048; default: ${DEFAULT-VALUE}.")
  private int size;

  @Mixin private EngineOptions engine;

  @Override
  public Integer call() throws Failure {
    if (size < 64 || size > 2048) {
      throw new ParameterException(
          spec.commandLine(), "Invalid value for option '--size': 64 to 2048, not " + size);
    }
    Pictures.requireWritable(out);
    try (Mien mien = engine.open()) {
      List<FacePhoto> faces = new ArrayList<>();
      for (Path photo : photos) {
        faces.add(face(mien, photo));
      }
      Pictures.write(new FaceAverage(size).of(faces), out);
    }
    return ExitCode.DONE.number();
  }

  private static FacePhoto face(Mien mien, Path photo) throws Failure {
    Image image = Pictures.read(photo);
    List<Face> found = mien.align(image);
    if (found.isEmpty()) {
      throw new Failure(ExitCode.NO_FACE, photo + ": no face found", null);
    }
    return new FacePhoto(image, found.get(0));
  }
}
