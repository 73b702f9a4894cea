package io.github.mien.cli;

import io.github.mien.FaceChoice;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which faces of a photo of several people are changed. */
final class FaceOption {
  @Option(
      names = "--face",
      paramLabel = FaceArgument.FORMS,
      converter = FaceArgument.class,
      description =
          "Which faces of a group photo are changed: a number from 1 on the left, the largest, all,"
              + " or the one nearest to a pixel; small faces are found as well. Default: the"
              + " largest.")
  private @Nullable FaceChoice choice;

  /** Null where the photo is not to be taken for a group's. */
  @Nullable FaceChoice choice() {
    return choice;
  }
}
