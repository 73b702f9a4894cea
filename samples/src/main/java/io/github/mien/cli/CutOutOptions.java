package io.github.mien.cli;

import io.github.mien.StickerRecipe;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** Whether stickers show a head alone. */
final class CutOutOptions {
  @Spec(Target.MIXEE)
  private CommandSpec command;

  @Option(
      names = "--cut-out",
      description = "Show head and shoulders alone; what is around them becomes transparent.")
  private boolean cutOut;

  @Option(
      names = "--outline",
      arity = "0..1",
      paramLabel = "PERCENT",
      defaultValue = "0",
      fallbackValue = "1.5625",
      description =
          "With a line around them, so many percent of the sticker wide, up to 4; without a"
              + " number ${FALLBACK-VALUE}.")
  private double outline;

  @Option(
      names = "--outline-color",
      paramLabel = "RRGGBB",
      defaultValue = "ffffff",
      description = "Colour of that line; default: ${DEFAULT-VALUE}.")
  private String color;

  /** What takes stickers with their backgrounds and gives those without. */
  interface CutOut<S> {
    S of(double outline, int color);
  }

  /** A recipe or a pack as asked for. */
  <S> S applied(S whole, CutOut<S> cut) {
    double share = outline / 100;
    if (!(share >= 0 && share <= StickerRecipe.WIDEST_OUTLINE)) {
      throw usage("--outline is from 0 to 4, not " + outline);
    }
    if (share > 0 && !cutOut) {
      throw usage("'--outline' goes around what '--cut-out' leaves; give both");
    }
    return cutOut ? cut.of(share, color()) : whole;
  }

  private int color() {
    if (!color.matches("#?[0-9a-fA-F]{6}")) {
      throw usage("--outline-color has six hexadecimal digits, such as ffcc00, not " + color);
    }
    return Integer.parseInt(color.replace("#", ""), 16);
  }

  private ParameterException usage(String message) {
    return new ParameterException(command.commandLine(), message);
  }
}
