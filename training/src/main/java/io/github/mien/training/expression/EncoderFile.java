package io.github.mien.training.expression;

import io.github.mien.training.data.ArrayFile;
import io.github.mien.training.net.Parameters;
import java.util.Arrays;

/** The encoder's numbers as core reads them. */
final class EncoderFile {
  private EncoderFile() {}

  /** Adds the layers to a file. */
  static void write(Parameters parameters, ArrayFile file) {
    file.indices("encoder.layers", new int[] {EncoderNet.LAYERS}, 1);
    parameters
        .trained()
        .forEach((name, tensor) -> {
          int[] extents =
              Arrays.stream(Parameters.shape(tensor)).mapToInt(Math::toIntExact).toArray();
          if (extents.length == 1) {
            file.floats("encoder." + name, parameters.values(name), extents);
          } else {
            file.steps("encoder." + name, parameters.values(name), extents);
          }
        });
  }
}
