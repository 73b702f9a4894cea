package io.github.mien.cli;

import io.github.mien.Mien;
import io.github.mien.MienBuilder;
import io.github.mien.Target;
import io.github.mien.UnusableFaceException;
import io.github.mien.expression.ExpressionCurve;
import io.github.mien.expression.ExpressionRecording;
import io.github.mien.expression.PresetException;
import io.github.mien.face.Box;
import io.github.mien.image.Animation;
import io.github.mien.image.Image;
import io.github.mien.image.Rect;
import io.github.mien.image.io.Animations;
import io.github.mien.meme.Marks;
import io.github.mien.meme.StickerCrop;
import io.github.mien.meme.StickerException;
import io.github.mien.meme.StickerFormat;
import io.github.mien.transfer.TransferOptions;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code mien animate}. */
@Command(
    name = "animate",
    description = "Lets a face move: an expression that comes and goes, or a recording.",
    mixinStandardHelpOptions = true)
final class AnimateCommand implements Callable<Integer> {
  @Spec private CommandSpec command;

  @Mixin private TargetOption target;

  @ArgGroup(multiplicity = "1")
  private Course course = new Course();

  /** What the face does. */
  static final class Course {
    @Option(
        names = "--preset",
        paramLabel = "NAME",
        description =
            "An expression that comes and goes: one that 'mien presets' lists, or a file.")
    private @Nullable String preset;

    @Option(
        names = "--recording",
        paramLabel = "FILE",
        description = "Recorded coefficients: CSV of Live Link Face, or JSON.")
    private @Nullable Path recording;

    @Option(
        names = "--source",
        paramLabel = "FILM",
        description = "An animated GIF, PNG or WebP, an MP4 or WebM whose face is followed.")
    private @Nullable Path source;
  }

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE",
      description =
          "Result, an animated GIF, PNG or WebP, MP4 or WebM by its extension; replaced if it"
              + " exists.")
  private Path out;

  @Option(
      names = "--format",
      paramLabel = "PLATFORM",
      description =
          "Make a sticker: the square around the face, within the limits of"
              + " ${COMPLETION-CANDIDATES}.")
  private @Nullable StickerFormat format;

  @Option(
      names = "--seconds",
      paramLabel = "0.2..60",
      defaultValue = "1.6",
      description = "How long a preset takes to come and go; default: ${DEFAULT-VALUE}.")
  private double seconds;

  @Option(
      names = "--rate",
      paramLabel = "1..50",
      defaultValue = "20",
      description = "Frames a second; default: ${DEFAULT-VALUE}.")
  private double rate;

  @Option(names = "--blink", description = "Blink when the expression is gone.")
  private boolean blink;

  @Option(
      names = "--nod",
      paramLabel = "0..5",
      defaultValue = "0",
      description = "Nod by so many degrees; default: ${DEFAULT-VALUE}.")
  private double nod;

  @Option(
      names = "--render-frames",
      description = "Let the network that paints the mouth paint each frame; far slower.")
  private boolean renderFrames;

  @Option(names = "--smooth", description = "Take the jitter out of a recording.")
  private boolean smooth;

  @Mixin private MotionOptions motion;

  @Mixin private TransferMethodOption method;

  @Mixin private MarkOptions marks;

  @Mixin private EngineOptions engine;

  @Override
  public Integer call() throws Failure {
    TransferOptions options = motion.options();
    Marks chosen = marks.marks();
    requireNumbers();
    requireWritable();
    // Marked at the end: a sticker is cropped first.
    try (Mien mien = engine.open(method.andThen(this::configure))) {
      ExpressionCurve curve = curve(mien);
      Target face = target(mien, Pictures.read(target.photo()));
      Animation animation = face.animate(curve, options, rate);
      if (format == null) {
        Animations.write(chosen.draw(animation), out);
      } else {
        format.encode(chosen.draw(cropped(animation, face))).write(out);
      }
    } catch (StickerException e) {
      throw new Failure(ExitCode.UNWRITABLE, out + ": " + e.getMessage(), e);
    } catch (IOException e) {
      throw new Failure(ExitCode.UNWRITABLE, String.valueOf(e.getMessage()), e);
    }
    return ExitCode.DONE.number();
  }

  private void configure(MienBuilder builder) {
    builder.marks(Marks.NONE).animationRenderer(renderFrames);
  }

  private void requireWritable() throws Failure {
    if (format != null) {
      String extension = "." + format.animated().kind().extension();
      if (!out.toString().toLowerCase(Locale.ROOT).endsWith(extension)) {
        throw usage("--out must end in %s for %s, not be %s".formatted(extension, format, out));
      }
    }
    try {
      Animations.requireWritable(out);
    } catch (IOException e) {
      throw new Failure(ExitCode.UNWRITABLE, String.valueOf(e.getMessage()), e);
    }
  }

  private void requireNumbers() {
    if (!(seconds >= 0.2 && seconds <= 60)) {
      throw usage("--seconds is from 0.2 to 60, not " + seconds);
    }
    if (!(rate >= 1 && rate <= 50)) {
      throw usage("--rate is from 1 to 50, not " + rate);
    }
    if (!(nod >= 0 && nod <= 5)) {
      throw usage("--nod is from 0 to 5, not " + nod);
    }
  }

  private ExpressionCurve curve(Mien mien) throws Failure {
    ExpressionCurve curve = course(mien);
    if (blink) {
      curve = curve.withBlink(Math.max(0, curve.seconds() - 0.4));
    }
    return nod == 0 ? curve : curve.withNod(nod, 1);
  }

  private ExpressionCurve course(Mien mien) throws Failure {
    if (course.source != null) {
      return followed(mien, course.source);
    }
    return course.recording == null ? preset() : recording(course.recording);
  }

  private static ExpressionCurve followed(Mien mien, Path file) throws Failure {
    try {
      return mien.follow(Pictures.readAnimation(file));
    } catch (UnusableFaceException e) {
      throw Failures.of(e, file);
    } catch (IOException e) {
      throw Pictures.badFrame(file, e);
    }
  }

  private ExpressionCurve preset() throws Failure {
    String name = course.preset == null ? "" : course.preset;
    return ExpressionCurve.swell(PresetFiles.find(name).expression(), seconds);
  }

  private ExpressionCurve recording(Path file) throws Failure {
    try {
      ExpressionCurve recorded = ExpressionRecording.read(file);
      return smooth ? ExpressionRecording.smoothed(recorded, 60) : recorded;
    } catch (PresetException e) {
      throw new Failure(ExitCode.NOT_A_PICTURE, String.valueOf(e.getMessage()), e);
    } catch (NoSuchFileException e) {
      throw new Failure(ExitCode.UNREADABLE, file + ": no such file", e);
    } catch (IOException e) {
      throw new Failure(ExitCode.UNREADABLE, file + ": cannot be read: " + e.getMessage(), e);
    }
  }

  private Target target(Mien mien, Image photo) throws Failure {
    try {
      return mien.target(photo);
    } catch (UnusableFaceException e) {
      throw Failures.of(e, target.photo());
    }
  }

  private static Animation cropped(Animation animation, Target face) {
    Box box = face.face().face().landmarks().bounds();
    Rect area =
        new Rect(
            (int) Math.round(box.x0()),
            (int) Math.round(box.y0()),
            (int) Math.round(box.width()),
            (int) Math.round(box.height()));
    Rect crop = StickerCrop.aroundFace(face.image(), area);
    return animation.map(crop.width(), crop.height(), picture -> picture.view(crop));
  }

  private ParameterException usage(String message) {
    return new ParameterException(command.commandLine(), message);
  }
}
