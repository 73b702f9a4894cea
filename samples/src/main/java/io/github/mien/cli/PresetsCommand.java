package io.github.mien.cli;

import io.github.mien.Mien;
import io.github.mien.Target;
import io.github.mien.UnusableFaceException;
import io.github.mien.expression.Preset;
import io.github.mien.expression.Presets;
import io.github.mien.transfer.TransferOptions;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code mien presets}. */
@Command(
    name = "presets",
    description = "Lists the ready-made expressions, or draws all of them on one face.",
    mixinStandardHelpOptions = true)
final class PresetsCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "FILE",
      arity = "0..*",
      description = "Presets of your own, JSON, after those that come with mien.")
  private List<Path> files = new ArrayList<>();

  @Option(
      names = "--target",
      paramLabel = "PHOTO",
      description = "Photo on whose face they are drawn.")
  private @Nullable Path target;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "The sheet, PNG, JPEG or WebP by its extension; replaced if it exists.")
  private @Nullable Path out;

  @Mixin private MotionOptions motion;

  @Mixin private TransferMethodOption method;

  @Mixin private MarkOptions marks;

  @Mixin private EngineOptions engine;

  @Override
  public Integer call() throws Failure {
    List<Preset> presets = presets();
    if (target == null && out == null) {
      list(presets);
    } else if (target == null || out == null) {
      throw new ParameterException(
          spec.commandLine(), "A sheet needs both '--target' and '--out'; a list needs neither");
    } else {
      draw(presets, target, out);
    }
    return ExitCode.DONE.number();
  }

  private List<Preset> presets() throws Failure {
    Presets presets = Presets.embedded();
    for (Path file : files) {
      presets = presets.with(PresetFiles.read(file));
    }
    return presets.all();
  }

  private void list(List<Preset> presets) {
    PrintWriter out = spec.commandLine().getOut();
    int width = presets.stream().mapToInt(preset -> preset.name().length()).max().orElse(0);
    for (Preset preset : presets) {
      out.printf("%-" + width + "s  %s%n", preset.name(), preset.description());
    }
  }

  private void draw(List<Preset> presets, Path photo, Path sheet) throws Failure {
    TransferOptions options = motion.options();
    Pictures.requireWritable(sheet);
    try (Mien mien = engine.open(method, marks)) {
      Target face = mien.target(Pictures.read(photo));
      PresetSheet drawn = new PresetSheet(face);
      for (Preset preset : presets) {
        drawn.add(preset.name(), face.show(preset, options).image());
      }
      Pictures.write(drawn.image(), sheet, mien.marks());
    } catch (UnusableFaceException e) {
      throw Failures.of(e, photo);
    }
  }
}
