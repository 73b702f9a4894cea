package io.github.mien.cli;

import io.github.mien.Mien;
import io.github.mien.StickerRecipe;
import io.github.mien.UnusableFaceException;
import io.github.mien.expression.Preset;
import io.github.mien.image.Image;
import io.github.mien.meme.CaptionException;
import io.github.mien.meme.FontException;
import io.github.mien.meme.StickerException;
import io.github.mien.meme.StickerFormat;
import io.github.mien.meme.StickerKind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code mien sticker}. */
@Command(
    name = "sticker",
    description = "Makes a sticker of a face, for one platform.",
    mixinStandardHelpOptions = true)
final class StickerCommand implements Callable<Integer> {
  @Spec private CommandSpec command;

  @Parameters(
      paramLabel = "PRESET",
      description = "What the face shows: a name that 'mien presets' lists, or a file.")
  private String preset;

  @Mixin private StickerOptions sticker;

  @Option(
      names = "--caption",
      paramLabel = "TEXT",
      description = "Text at the lower edge, in any script.")
  private @Nullable String caption;

  @Option(
      names = "--strength",
      paramLabel = "0..1.5",
      defaultValue = "1",
      description = "How much of the expression is shown; default: ${DEFAULT-VALUE}.")
  private double strength;

  @Option(names = "--still", description = "Make one that does not move.")
  private boolean still;

  @Mixin private CutOutOptions cutOut;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE",
      description = "Result, with the extension of the platform's files; replaced if it exists.")
  private Path out;

  @Mixin private MarkOptions marks;

  @Mixin private EngineOptions engine;

  @Override
  public Integer call() throws Failure {
    requireExtension();
    if (!(strength >= 0 && strength <= 1.5)) {
      throw new ParameterException(
          command.commandLine(), "--strength is from 0 to 1.5, not " + strength);
    }
    Preset shown = PresetFiles.find(preset);
    Image photo = Pictures.read(sticker.photo());
    try (Mien mien = engine.open(builder -> {}, marks)) {
      StickerRecipe plain = mien.sticker(photo);
      recipe(cutOut.applied(plain, plain::cutOut), shown).write(out);
    } catch (UnusableFaceException e) {
      throw Failures.of(e, sticker.photo());
    } catch (StickerException | CaptionException | FontException e) {
      throw new Failure(ExitCode.UNWRITABLE, out + ": " + e.getMessage(), e);
    } catch (IOException e) {
      throw new Failure(ExitCode.UNWRITABLE, String.valueOf(e.getMessage()), e);
    }
    return ExitCode.DONE.number();
  }

  private StickerRecipe recipe(StickerRecipe face, Preset shown) {
    StickerRecipe recipe = face.preset(shown).strength(strength).format(sticker.format());
    if (caption != null) {
      recipe = recipe.caption(caption);
    }
    return still ? recipe.still() : recipe;
  }

  private void requireExtension() {
    StickerFormat format = sticker.format();
    StickerKind kind = (still ? format.still() : format.animated()).kind();
    if (!out.toString().toLowerCase(Locale.ROOT).endsWith("." + kind.extension())) {
      throw new ParameterException(
          command.commandLine(),
          "--out must end in .%s for %s, not be %s".formatted(kind.extension(), format, out));
    }
  }
}
