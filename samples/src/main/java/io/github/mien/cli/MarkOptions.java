package io.github.mien.cli;

import io.github.mien.meme.AigcLabel;
import io.github.mien.meme.CornerLabel;
import io.github.mien.meme.Marks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** How what is written says that a machine changed a face. */
final class MarkOptions {
  /** What a corner may say. */
  enum Words {
    ai(CornerLabel.AI),
    zh(CornerLabel.AI_SHENGCHENG);

    private final CornerLabel label;

    Words(CornerLabel label) {
      this.label = label;
    }
  }

  @Spec(Target.MIXEE)
  private CommandSpec command;

  @Option(
      names = "--no-mark",
      description =
          "Leave out the metadata by which programs know that a machine changed the picture.")
  private boolean noMark;

  @Option(
      names = "--watermark",
      description = "Also mark the pixels, invisibly; 'mien verify' finds it.")
  private boolean watermark;

  @Option(
      names = "--label",
      paramLabel = "ai|zh",
      description = "Write AI (ai) or AI生成 (zh) into the lower right corner.")
  private @Nullable Words label;

  @Option(
      names = "--aigc",
      paramLabel = "FILE",
      description =
          "JSON object with the members of the AIGC label of GB 45438-2025 (Label,"
              + " ContentProducer, ProduceID, ...), for the metadata.")
  private @Nullable Path aigc;

  Marks marks() throws Failure {
    if (noMark && aigc != null) {
      throw new ParameterException(
          command.commandLine(), "'--aigc' writes metadata, which '--no-mark' leaves out");
    }
    Marks marks = noMark ? Marks.NONE : Marks.DEFAULT;
    if (aigc != null) {
      marks = marks.withAigc(read(aigc));
    }
    if (watermark) {
      marks = marks.withWatermark();
    }
    return label == null ? marks : marks.withLabel(label.label);
  }

  private static AigcLabel read(Path file) throws Failure {
    try {
      return AigcLabel.parse(Files.readString(file));
    } catch (NoSuchFileException e) {
      throw new Failure(ExitCode.UNREADABLE, file + ": no such file", e);
    } catch (IOException e) {
      throw new Failure(ExitCode.UNREADABLE, file + ": cannot be read: " + e.getMessage(), e);
    } catch (IllegalArgumentException e) {
      throw new Failure(ExitCode.USAGE, file + ": " + e.getMessage(), e);
    }
  }
}
