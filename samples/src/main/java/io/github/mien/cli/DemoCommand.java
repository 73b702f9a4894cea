package io.github.mien.cli;

import io.github.mien.Mien;
import io.github.mien.image.Image;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code mien demo}. */
@Command(
    name = "demo",
    description =
        "Moves expressions between the sample faces: source, target, result side by side.",
    mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {
  private record Pair(SampleFace source, SampleFace target) {}

  private static final List<Pair> PAIRS =
      List.of(
          new Pair(SampleFace.WOMAN_SMILING, SampleFace.OLDER_MAN),
          new Pair(SampleFace.MAN_MOUTH_OPEN, SampleFace.YOUNG_WOMAN));

  @Spec private CommandSpec spec;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      defaultValue = "mien-demo.png",
      description = "Where the picture goes; default: ${DEFAULT-VALUE}.")
  private Path out;

  @Mixin private MarkOptions marks;

  @Mixin private EngineOptions engine;

  @Override
  public Integer call() throws Failure {
    Pictures.requireWritable(out);
    try (Mien mien = engine.open(builder -> {}, marks)) {
      List<Image> pictures = new ArrayList<>();
      for (Pair pair : PAIRS) {
        Image source = pair.source.load();
        Image target = pair.target.load();
        pictures.addAll(List.of(source, target, mien.transfer(source, target).result().image()));
      }
      Image sheet = ContactSheet.of(pictures, List.of("source", "target", "result"));
      Pictures.write(sheet, out, mien.marks());
    }
    spec.commandLine().getOut().println("wrote " + out);
    return ExitCode.DONE.number();
  }
}
