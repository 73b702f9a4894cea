package io.github.mien.cli;

import io.github.mien.image.Image;
import io.github.mien.inference.Backends;
import io.github.mien.inference.InferenceBackend;
import io.github.mien.inference.InferenceSession;
import io.github.mien.inference.SessionOptions;
import io.github.mien.model.ModelStore;
import io.github.mien.style.StyleTransfer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code mien style}. */
@Command(
    name = "style",
    description = {
      "Gives a photo the style of another picture, by two networks of your own.",
      "The encoder makes features of RGB of 0..1, the decoder pictures of features, both for any"
          + " size: the AdaIN networks of Huang and Belongie (2017), for example, in ONNX."
    },
    mixinStandardHelpOptions = true)
final class StyleCommand implements Callable<Integer> {
  private static final String ENCODER = "style-encoder";
  private static final String DECODER = "style-decoder";

  @Spec private CommandSpec command;

  @Parameters(paramLabel = "PHOTO", description = "Picture to be changed.")
  private Path photo;

  @Option(
      names = "--like",
      required = true,
      paramLabel = "PICTURE",
      description = "Picture whose style is taken.")
  private Path like;

  @Option(
      names = "--encoder",
      required = true,
      paramLabel = "FILE",
      description = "ONNX network from pictures to features.")
  private Path encoder;

  @Option(
      names = "--decoder",
      required = true,
      paramLabel = "FILE",
      description = "ONNX network from such features to pictures.")
  private Path decoder;

  @Option(
      names = "--strength",
      paramLabel = "0..1",
      defaultValue = "1",
      description = "How much of the style is taken; default: ${DEFAULT-VALUE}.")
  private double strength;

  @Option(
      names = "--tile",
      paramLabel = "PIXELS",
      defaultValue = "256",
      description =
          "Side of the tiles that the photo goes through in, a multiple of 16 from 32 on; smaller"
              + " ones take less memory and more time; default: ${DEFAULT-VALUE}.")
  private int tile;

  @Option(
      names = "--backend",
      paramLabel = "NAME",
      description = "Inference back end, such as onnxruntime; default: the best available.")
  private @Nullable String backend;

  @Mixin private OutOption out;

  @Override
  public Integer call() throws Failure {
    if (!(strength >= 0 && strength <= 1)) {
      throw usage("--strength is from 0 to 1, not " + strength);
    }
    if (tile < 32 || tile % 16 != 0) {
      throw usage("--tile is a multiple of 16 from 32 on, not " + tile);
    }
    out.requireWritable();
    Image picture = Pictures.read(photo);
    Image model = Pictures.read(like);
    InferenceBackend chosen = Backends.discover().choose(backend);
    ModelStore store = ModelStore.embedded().with(ENCODER, encoder).with(DECODER, decoder);
    try (InferenceSession first = store.open(ENCODER, chosen, SessionOptions.DEFAULT);
        InferenceSession second = store.open(DECODER, chosen, SessionOptions.DEFAULT)) {
      StyleTransfer transfer = new StyleTransfer(first, second, tile);
      Image styled = transfer.apply(picture, transfer.styleOf(model), strength);
      Pictures.writeAs(photo, styled, out.file());
    } catch (IOException e) {
      throw new Failure(ExitCode.UNREADABLE, "a network cannot be read: " + e.getMessage(), e);
    }
    return ExitCode.DONE.number();
  }

  private ParameterException usage(String message) {
    return new ParameterException(command.commandLine(), message);
  }
}
