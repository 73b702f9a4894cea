package io.github.mien.cli;

import io.github.mien.Mien;
import io.github.mien.PackCaptions;
import io.github.mien.StickerPack;
import io.github.mien.UnusableFaceException;
import io.github.mien.expression.Preset;
import io.github.mien.image.Image;
import io.github.mien.meme.CaptionException;
import io.github.mien.meme.FontException;
import io.github.mien.meme.StickerException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code mien pack}. */
@Command(
    name = "pack",
    description = "Makes a whole pack of stickers of one face, for one platform.",
    mixinStandardHelpOptions = true)
final class PackCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Mixin private StickerOptions sticker;

  @Option(
      names = "--presets",
      split = ",",
      paramLabel = "NAME",
      description = "Of these expressions, in this order; default: two dozen.")
  private List<String> presets = List.of();

  @Option(
      names = "--captions",
      paramLabel = "LANGUAGE",
      defaultValue = "chinese",
      description = "One of ${COMPLETION-CANDIDATES}; default: ${DEFAULT-VALUE}.")
  private PackCaptions captions;

  @Option(
      names = "--name",
      paramLabel = "TEXT",
      defaultValue = "Mien",
      description = "What the pack is called, where the platform's files say so.")
  private String name;

  @Option(
      names = "--threads",
      paramLabel = "COUNT",
      defaultValue = "2",
      description = "Stickers that are made at once; default: ${DEFAULT-VALUE}.")
  private int threads;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FOLDER",
      description = "Where the files go; made if it is not there.")
  private Path out;

  @Mixin private CutOutOptions cutOut;

  @Mixin private MarkOptions marks;

  @Mixin private EngineOptions engine;

  @Override
  public Integer call() throws Failure {
    if (threads < 1) {
      throw new Failure(ExitCode.USAGE, "--threads is at least 1, not " + threads, null);
    }
    List<Preset> chosen = new ArrayList<>();
    for (String preset : presets) {
      chosen.add(PresetFiles.find(preset));
    }
    Image photo = Pictures.read(sticker.photo());
    Folders.make(out);
    try (Mien mien = engine.open(builder -> {}, marks)) {
      StickerPack whole = mien.pack(photo);
      StickerPack pack =
          cutOut
              .applied(whole, whole::cutOut)
              .format(sticker.format())
              .captions(captions)
              .names(name, name);
      if (!chosen.isEmpty()) {
        pack = pack.presets(chosen);
      }
      long start = System.nanoTime();
      Progress progress = Progress.to(spec.commandLine().getErr());
      pack.write(
          out,
          threads,
          (done, all, file) -> progress.advanced(done, all, file.toString(), since(start)));
      progress.finished("%d stickers in %.1f s: %s".formatted(pack.size(), since(start), out));
    } catch (UnusableFaceException e) {
      throw Failures.of(e, sticker.photo());
    } catch (StickerException | CaptionException | FontException | IOException e) {
      throw new Failure(ExitCode.UNWRITABLE, String.valueOf(e.getMessage()), e);
    }
    return ExitCode.DONE.number();
  }

  private static double since(long start) {
    return (System.nanoTime() - start) / 1e9;
  }
}
