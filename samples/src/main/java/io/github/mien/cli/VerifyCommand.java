package io.github.mien.cli;

import io.github.mien.image.Animation;
import io.github.mien.meme.AigcLabel;
import io.github.mien.meme.Provenance;
import io.github.mien.meme.Watermark;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code mien verify}. */
@Command(
    name = "verify",
    description = {
      "Says whether a picture or a film is marked as changed or made by a machine: by metadata of"
          + " any program, or by the watermark that mien writes.",
      "One without marks may have been changed all the same."
    },
    mixinStandardHelpOptions = true)
final class VerifyCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "Picture or film to look at.")
  private Path file;

  @Override
  public Integer call() throws Failure {
    Provenance said = Provenance.of(Pictures.metadata(file));
    double score = score();
    PrintWriter out = spec.commandLine().getOut();
    boolean marked = false;
    if (said.saysByMachine()) {
      out.println("marked by metadata: " + describe(said));
      marked = true;
    }
    if (score > Watermark.THRESHOLD) {
      out.printf(Locale.ROOT, "marked by watermark: score %.1f, ", score);
      out.printf(Locale.ROOT, "unmarked pictures stay below %.1f%n", Watermark.THRESHOLD);
      marked = true;
    }
    if (!marked) {
      out.println("nothing found");
    }
    return (marked ? ExitCode.DONE : ExitCode.NOT_MARKED).number();
  }

  private double score() throws Failure {
    Animation animation = Pictures.readAnimation(file);
    try {
      return Watermark.score(animation);
    } catch (IOException e) {
      throw Pictures.badFrame(file, e);
    }
  }

  private static String describe(Provenance said) {
    String term = said.digitalSourceType();
    String name = term.substring(term.lastIndexOf('/') + 1);
    AigcLabel aigc = said.aigc();
    if (aigc == null) {
      return name;
    }
    String label = "AIGC label " + aigc.label() + " of " + aigc.contentProducer();
    return name.isEmpty() ? label : name + ", " + label;
  }
}
