package io.github.mien.cli;

import io.github.mien.Mien;
import io.github.mien.expression.Expression;
import io.github.mien.face.DlibShapePredictor;
import io.github.mien.face.Face;
import io.github.mien.image.Image;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code mien inspect}. */
@Command(
    name = "inspect",
    description = "Draws what is found in a photo: boxes, 478 points, the strongest coefficients.",
    mixinStandardHelpOptions = true)
final class InspectCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "PHOTO", description = "The photo.")
  private Path photo;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE",
      description = "Annotated photo, PNG, JPEG or WebP by its extension; replaced if it exists.")
  private Path out;

  @Option(
      names = "--shape-predictor",
      paramLabel = "FILE",
      description =
          "dlib's shape_predictor_68_face_landmarks.dat, unpacked: its 68 points are drawn and"
              + " reported as well.")
  private @Nullable Path shapePredictor;

  @Mixin private ReportOption json;

  @Mixin private EncoderOption encoder;

  @Mixin private EngineOptions engine;

  @Override
  public Integer call() throws Failure {
    Pictures.requireWritable(out);
    json.requireWritable();
    DlibShapePredictor predictor = predictor();
    try (Mien mien = engine.open(encoder)) {
      Image image = Pictures.read(photo);
      long start = System.nanoTime();
      List<Face> faces = mien.align(image);
      long aligned = System.nanoTime();
      if (faces.isEmpty()) {
        throw new Failure(ExitCode.NO_FACE, photo + ": no face found", null);
      }
      List<Expression> expressions = new ArrayList<>();
      faces.forEach(face -> expressions.add(mien.encoder().encode(image, face)));
      Map<String, Duration> times = new LinkedHashMap<>();
      times.put("align", Duration.ofNanos(aligned - start));
      times.put("encode", Duration.ofNanos(System.nanoTime() - aligned));
      List<double[]> ibug =
          predictor == null
              ? List.of()
              : faces.stream().map(face -> predictor.predict(image, face)).toList();
      json.write(report -> {
        report.engine(mien);
        report.picture("photo", photo, image, faces, mien.encoder());
        report.ibug68(ibug);
        report.times(times);
      });
      Pictures.write(Annotation.of(image, faces, expressions, ibug), out);
      spec.commandLine().getOut().println(faces.size() + (faces.size() == 1 ? " face" : " faces"));
    }
    return ExitCode.DONE.number();
  }

  private @Nullable DlibShapePredictor predictor() throws Failure {
    try {
      return shapePredictor == null ? null : DlibShapePredictor.read(shapePredictor);
    } catch (IOException e) {
      throw new Failure(ExitCode.UNREADABLE, shapePredictor + ": cannot be read", e);
    }
  }
}
